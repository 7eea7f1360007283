package dev.longhand.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import dev.longhand.Settings;
import java.util.List;
import java.util.stream.Stream;

/** Pools, of images and of sequences. */
enum PoolExport implements LayerExport {
    /** MaxPool. */
    MAX {
        @Override
        public Tensor write(LayerNodes layer) {
            return result(layer.main("MaxPool", List.of(x(layer)), window(layer)));
        }
    },

    /** AveragePool, in whose means padding counts as 0. */
    AVERAGE {
        @Override
        public Tensor write(LayerNodes layer) {
            return result(layer.main("AveragePool", List.of(x(layer)), averageWindow(layer)));
        }
    },

    /** GlobalAveragePool, whose image of one pixel is flattened. */
    GLOBAL_AVERAGE {
        @Override
        public Tensor write(LayerNodes layer) {
            String mean = layer.main("GlobalAveragePool", List.of(x(layer)));
            return new Tensor(
                    layer.node("Flatten", List.of(mean), Attributes.integer("axis", 1)), Layout.CHANNELS_LAST);
        }
    },

    /** Σx² / Σx over each pool, negative x counting as 0: the mean of the x with probabilities x/Σx. */
    STOCHASTIC {
        @Override
        public Tensor write(LayerNodes layer) {
            String x = layer.node("Relu", List.of(x(layer)));
            String squares = layer.node("Mul", List.of(x, x));
            String meanSquare = layer.node("AveragePool", List.of(squares), averageWindow(layer));
            String mean = layer.node("AveragePool", List.of(x), averageWindow(layer));
            // 0 / smallest is 0 where all x are 0.
            String divisor = layer.node("Max", List.of(mean, layer.constant("smallest", Float.MIN_NORMAL)));
            return result(layer.main("Div", List.of(meanSquare, divisor)));
        }
    };

    private static String x(LayerNodes layer) {
        return layer.x(0, Layout.CHANNELS_FIRST);
    }

    private static Tensor result(String name) {
        return new Tensor(name, Layout.CHANNELS_FIRST);
    }

    private static AttributeProto[] window(LayerNodes layer) {
        int axes = layer.input().rank() - 1;
        Settings settings = layer.settings();
        return new AttributeProto[] {
            Attributes.integers("kernel_shape", settings.integers("size", axes)),
            Attributes.integers("strides", settings.integers("stride", axes)),
            Attributes.integers("pads", settings.integers("padding", 2 * axes))
        };
    }

    private static AttributeProto[] averageWindow(LayerNodes layer) {
        return Stream.concat(Stream.of(window(layer)), Stream.of(Attributes.integer("count_include_pad", 1)))
                .toArray(AttributeProto[]::new);
    }
}
