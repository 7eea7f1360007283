package dev.longhand.onnx;

import java.util.ArrayList;
import java.util.List;

/** Layers that give their input another shape; the order of the numbers is that of Longhand's layout. */
enum ViewExport implements LayerExport {
    /** Flatten. */
    FLATTEN {
        @Override
        public Tensor write(LayerNodes layer) {
            String x = layer.x(0, Layout.CHANNELS_LAST);
            return new Tensor(layer.main("Flatten", List.of(x), Attributes.integer("axis", 1)), Layout.CHANNELS_LAST);
        }
    },

    /** Reshape. */
    RESHAPE {
        @Override
        public Tensor write(LayerNodes layer) {
            String x = layer.x(0, Layout.CHANNELS_LAST);
            List<Integer> shape = new ArrayList<>(List.of(-1));
            shape.addAll(layer.output().dimensions());
            return new Tensor(layer.main("Reshape", List.of(x, layer.constant("shape", shape))), Layout.CHANNELS_LAST);
        }
    }
}
