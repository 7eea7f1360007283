package dev.longhand.onnx;

import java.util.List;

/** Normalizations. */
enum NormExport implements LayerExport {
    /** BatchNormalization with the running statistics. */
    BATCH {
        @Override
        public Tensor write(LayerNodes layer) {
            List<String> inputs = List.of(
                    layer.x(0, Layout.CHANNELS_FIRST),
                    layer.constant("gamma", layer.required("gamma")),
                    layer.constant("beta", layer.required("beta")),
                    layer.constant("runningMean", layer.state("runningMean")),
                    layer.constant("runningVariance", layer.state("runningVariance")));
            return new Tensor(
                    layer.main(
                            "BatchNormalization",
                            inputs,
                            epsilon(layer),
                            Attributes.number("momentum", layer.settings().number("momentum"))),
                    Layout.CHANNELS_FIRST);
        }
    },

    /** LayerNormalization of the last axis. */
    LAYER {
        @Override
        public Tensor write(LayerNodes layer) {
            List<String> inputs = List.of(
                    layer.x(0, Layout.CHANNELS_LAST),
                    layer.constant("gamma", layer.required("gamma")),
                    layer.constant("beta", layer.required("beta")));
            return new Tensor(
                    layer.main("LayerNormalization", inputs, Attributes.integer("axis", -1), epsilon(layer)),
                    Layout.CHANNELS_LAST);
        }
    };

    private static ai.onnx.proto.OnnxMl.AttributeProto epsilon(LayerNodes layer) {
        return Attributes.number("epsilon", layer.settings().number("epsilon"));
    }
}
