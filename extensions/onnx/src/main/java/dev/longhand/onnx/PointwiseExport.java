package dev.longhand.onnx;

import java.util.List;

/** Layers that change each number alone, or none when predicting. */
enum PointwiseExport implements LayerExport {
    /** The operator of the activation. */
    ACTIVATE {
        @Override
        public Tensor write(LayerNodes layer) {
            Tensor x = layer.x(0);
            String a = ActivationNodes.isIdentity(layer.settings())
                    ? layer.main("Identity", List.of(x.name()))
                    : ActivationNodes.after(x.name(), layer);
            return new Tensor(a, x.layout());
        }
    },

    /** Dropout, which does nothing when predicting. */
    DROPOUT {
        @Override
        public Tensor write(LayerNodes layer) {
            Tensor x = layer.x(0);
            String rate = layer.constant("rate", layer.settings().number("rate"));
            return new Tensor(layer.main("Dropout", List.of(x.name(), rate)), x.layout());
        }
    },

    /** Identity: there is noise only while training. */
    NOISE {
        @Override
        public Tensor write(LayerNodes layer) {
            Tensor x = layer.x(0);
            return new Tensor(layer.main("Identity", List.of(x.name())), x.layout());
        }
    }
}
