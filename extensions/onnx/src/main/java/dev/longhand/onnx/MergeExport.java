package dev.longhand.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.ArrayList;
import java.util.List;

/** Layers joined into one, all in the layout of the first. */
enum MergeExport implements LayerExport {
    /** Add, of two at a time from left to right. */
    ADD {
        @Override
        public Tensor write(LayerNodes layer) {
            return join(layer, "Add");
        }
    },

    /** Mul, of two at a time from left to right. */
    MULTIPLY {
        @Override
        public Tensor write(LayerNodes layer) {
            return join(layer, "Mul");
        }
    },

    /** Concat along the axis of channels. */
    CONCAT {
        @Override
        public Tensor write(LayerNodes layer) {
            Layout layout = layer.x(0).layout();
            AttributeProto axis =
                    Attributes.integer("axis", layout.channelAxis(layer.input().rank()));
            return new Tensor(layer.main("Concat", xs(layer, layout), axis), layout);
        }
    };

    private static List<String> xs(LayerNodes layer, Layout layout) {
        List<String> xs = new ArrayList<>();
        for (int k = 0; k < layer.inputs(); k++) {
            xs.add(layer.x(k, layout));
        }
        return xs;
    }

    private static Tensor join(LayerNodes layer, String operator) {
        Layout layout = layer.x(0).layout();
        List<String> xs = xs(layer, layout);
        String joined = xs.get(0);
        for (int k = 1; k < xs.size() - 1; k++) {
            joined = layer.node(operator, List.of(joined, xs.get(k)));
        }
        return new Tensor(layer.main(operator, List.of(joined, xs.get(xs.size() - 1))), layout);
    }
}
