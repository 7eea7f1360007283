package dev.longhand.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import dev.longhand.Activation;
import dev.longhand.Settings;
import dev.longhand.model.LayerInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Recurrent layers: RNN, GRU and LSTM, whose outputs [time][1][batch][units], or [1][batch][units] of the last step, lose
 * the axis of directions. Their W is [1][gates·units][in], their R, Longhand's U, [1][gates·units][units], and their B,
 * [1][2·gates·units], has the biases of W, then those of R.
 */
enum RecurrentExport implements LayerExport {
    /** RNN. */
    RNN(0) {
        @Override
        public Optional<String> refusal(LayerInfo layer) {
            Activation activation = layer.settings().activation();
            return UNKNOWN.contains(activation)
                    ? Optional.of("has the activation " + activation + ", which ONNX's operator RNN doesn't know")
                    : Optional.empty();
        }

        @Override
        List<AttributeProto> attributes(Settings settings) {
            float slope = settings.slope();
            return switch (settings.activation()) {
                case TANH -> slope == 1 ? activation("Tanh") : activation("ScaledTanh", 1, slope);
                case SIGMOID -> activation("Sigmoid");
                case HARD_SIGMOID ->
                    activation("HardSigmoid", ActivationNodes.HARD_SIGMOID_ALPHA, ActivationNodes.HARD_SIGMOID_BETA);
                case IDENTITY -> activation("Affine", 1, 0);
                case RELU -> activation("Relu");
                case SOFTPLUS -> activation("Softplus");
                case LEAKY_RELU -> with(activation("LeakyRelu"), Attributes.numbers("activation_alpha", slope));
                case ELU -> with(activation("Elu"), Attributes.numbers("activation_alpha", slope));
                default -> throw new IllegalStateException(settings.activation() + " should have been refused");
            };
        }

        /** σ(s·z) = σ(x·(s·W) + h'·(s·U) + s·b). */
        @Override
        float scale(Settings settings) {
            return settings.activation() == Activation.SIGMOID ? settings.slope() : 1;
        }
    },

    /** GRU, the reset gate applied after the product with U; the gates u r m are ONNX's z r h. */
    GRU(0, 1, 2) {
        @Override
        List<AttributeProto> attributes(Settings settings) {
            return List.of(Attributes.integer("linear_before_reset", 1));
        }
    },

    /** LSTM; the gates i f g o are ONNX's i f c o, which come in the order i o f c. */
    LSTM(0, 3, 1, 2) {
        @Override
        List<AttributeProto> attributes(Settings settings) {
            return List.of();
        }
    };

    private static final Set<Activation> UNKNOWN =
            Set.of(Activation.STEP, Activation.SIGN, Activation.GELU, Activation.SILU);

    /** For each gate of ONNX's, in its order, the index of Longhand's. */
    private final List<Integer> gates;

    RecurrentExport(Integer... gates) {
        this.gates = List.of(gates);
    }

    /** What the operator has beside its size. */
    abstract List<AttributeProto> attributes(Settings settings);

    /** What W, U and b are multiplied by. */
    float scale(Settings settings) {
        return 1;
    }

    @Override
    public Tensor write(LayerNodes layer) {
        int units = layer.output().last();
        int rows = gates.size() * units;
        List<String> inputs = new ArrayList<>(List.of(
                layer.x(0, Layout.TIME_FIRST),
                layer.constant(
                        "weight",
                        matrix(layer, "weight"),
                        List.of(1, rows, layer.input().last())),
                layer.constant("recurrentWeight", matrix(layer, "recurrentWeight"), List.of(1, rows, units))));
        Optional<float[]> bias = layer.parameter("bias");
        bias.ifPresent(values -> inputs.add(layer.constant(
                "bias",
                biases(values, layer.parameter("recurrentBias").orElseGet(() -> new float[rows]), layer.settings()),
                List.of(1, 2 * rows))));
        layer.lengths().ifPresent(lengths -> {
            if (bias.isEmpty()) {
                inputs.add("");
            }
            inputs.add(lengths);
        });
        List<AttributeProto> attributes = with(attributes(layer.settings()), Attributes.integer("hidden_size", units));
        boolean returnSequences = layer.settings().flag("returnSequences");
        String states = layer.main(name(), inputs, returnSequences ? 0 : 1, attributes.toArray(AttributeProto[]::new));
        String axes = layer.constant("directions", List.of(returnSequences ? 1 : 0));
        return new Tensor(
                layer.node("Squeeze", List.of(states, axes)),
                returnSequences ? Layout.TIME_FIRST : Layout.CHANNELS_LAST);
    }

    /** [rows][gates·units] as [gates·units][rows], the gates in ONNX's order. */
    private float[] matrix(LayerNodes layer, String name) {
        float[] values = Axes.transpose(layer.required(name), layer.shape(name), 1, 0);
        return scaled(reordered(values), layer.settings());
    }

    private float[] biases(float[] bias, float[] recurrentBias, Settings settings) {
        float[] both = Arrays.copyOf(scaled(reordered(bias), settings), 2 * bias.length);
        System.arraycopy(scaled(reordered(recurrentBias), settings), 0, both, bias.length, bias.length);
        return both;
    }

    private float[] reordered(float[] values) {
        float[] reordered = new float[values.length];
        int size = values.length / gates.size();
        for (int gate = 0; gate < gates.size(); gate++) {
            System.arraycopy(values, gates.get(gate) * size, reordered, gate * size, size);
        }
        return reordered;
    }

    private float[] scaled(float[] values, Settings settings) {
        float scale = scale(settings);
        for (int i = 0; i < values.length; i++) {
            values[i] *= scale;
        }
        return values;
    }

    private static List<AttributeProto> activation(String name) {
        return List.of(Attributes.texts("activations", name));
    }

    private static List<AttributeProto> activation(String name, float alpha, float beta) {
        return List.of(
                Attributes.texts("activations", name),
                Attributes.numbers("activation_alpha", alpha),
                Attributes.numbers("activation_beta", beta));
    }

    private static List<AttributeProto> with(List<AttributeProto> attributes, AttributeProto more) {
        List<AttributeProto> all = new ArrayList<>(attributes);
        all.add(more);
        return all;
    }
}
