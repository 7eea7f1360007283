package dev.longhand.onnx;

import dev.longhand.Activation;
import dev.longhand.Settings;
import java.util.List;

/** The operators of activations. */
final class ActivationNodes {

    /** The gradient of {@link Activation#HARD_SIGMOID} between its corners. */
    static final float HARD_SIGMOID_ALPHA = 1 / 6f;

    /** The value of {@link Activation#HARD_SIGMOID} at 0. */
    static final float HARD_SIGMOID_BETA = 0.5f;

    private static final float SQRT_2 = (float) Math.sqrt(2);

    private ActivationNodes() {}

    /** Whether a layer applies none. */
    static boolean isIdentity(Settings settings) {
        return settings.activation() == Activation.IDENTITY;
    }

    /** Adds the nodes of a layer's activation after tensor z, if it has one; returns the tensor that they write. */
    static String after(String z, LayerNodes layer) {
        float slope = layer.settings().slope();
        return switch (layer.settings().activation()) {
            case IDENTITY -> z;
            case STEP -> sign(z, 0, layer);
            case SIGN -> sign(z, -1, layer);
            case SIGMOID -> layer.node("Sigmoid", List.of(scaled(z, slope, layer)));
            case HARD_SIGMOID ->
                layer.node(
                        "HardSigmoid",
                        List.of(z),
                        Attributes.number("alpha", HARD_SIGMOID_ALPHA),
                        Attributes.number("beta", HARD_SIGMOID_BETA));
            case TANH -> layer.node("Tanh", List.of(scaled(z, slope, layer)));
            case RELU -> layer.node("Relu", List.of(z));
            case LEAKY_RELU -> layer.node("LeakyRelu", List.of(z), Attributes.number("alpha", slope));
            case ELU -> layer.node("Elu", List.of(z), Attributes.number("alpha", slope));
            case GELU -> gelu(z, layer);
            case SILU -> layer.node("Mul", List.of(z, layer.node("Sigmoid", List.of(z))));
            case SOFTPLUS -> layer.node("Softplus", List.of(z));
            case SOFTMAX -> layer.node("Softmax", List.of(z), Attributes.integer("axis", -1));
            case LOG_SOFTMAX -> layer.node("LogSoftmax", List.of(z), Attributes.integer("axis", -1));
        };
    }

    /** 1 where z > 0, elsewhere another number. ONNX's Sign is 0 at 0. */
    private static String sign(String z, float otherwise, LayerNodes layer) {
        String isPositive = layer.node("Greater", List.of(z, layer.constant("zero", 0)));
        return layer.node(
                "Where", List.of(isPositive, layer.constant("positive", 1), layer.constant("otherwise", otherwise)));
    }

    private static String scaled(String z, float slope, LayerNodes layer) {
        return slope == 1 ? z : layer.node("Mul", List.of(z, layer.constant("slope", slope)));
    }

    /** z·(1 + erf(z/√2))·½, in the order in which PyTorch writes it. */
    private static String gelu(String z, LayerNodes layer) {
        String ratio = layer.node("Div", List.of(z, layer.constant("sqrt2", SQRT_2)));
        String erf = layer.node("Erf", List.of(ratio));
        String sum = layer.node("Add", List.of(erf, layer.constant("one", 1)));
        String product = layer.node("Mul", List.of(z, sum));
        return layer.node("Mul", List.of(product, layer.constant("half", 0.5f)));
    }
}
