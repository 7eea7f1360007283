package dev.longhand.examples.functions;

import dev.longhand.Activation;
import dev.longhand.kernel.function.Activations;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One activation as a function of one number.
 *
 * @param name the name it is shown under
 * @param function the activation
 * @param slope its slope
 */
record Curve(String name, Activation function, float slope) {

    /** All curves, the activations of the notes first. */
    static List<Curve> all() {
        return List.of(
                of("step", Activation.STEP),
                of("sign", Activation.SIGN),
                of("identity", Activation.IDENTITY),
                of("sigmoid", Activation.SIGMOID),
                new Curve("sigmoid, slope 3", Activation.SIGMOID, 3),
                of("hard sigmoid", Activation.HARD_SIGMOID),
                of("tanh", Activation.TANH),
                of("ReLU", Activation.RELU),
                new Curve("leaky ReLU, 0.1", Activation.LEAKY_RELU, 0.1f),
                of("ELU", Activation.ELU),
                of("GELU", Activation.GELU),
                of("SiLU", Activation.SILU),
                of("softplus", Activation.SOFTPLUS));
    }

    private static Curve of(String name, Activation function) {
        return new Curve(name, function, function.defaultSlope());
    }

    /** f of each z. */
    double[] values(double... z) {
        return doubles(Activations.values(function, slope, floats(z)));
    }

    /** f′ of each z, as the backward pass computes it. */
    double[] derivatives(double... z) {
        return doubles(Activations.derivatives(function, slope, floats(z)));
    }

    private static float[] floats(double[] numbers) {
        float[] floats = new float[numbers.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return floats;
    }

    private static double[] doubles(float[] numbers) {
        return IntStream.range(0, numbers.length).mapToDouble(i -> numbers[i]).toArray();
    }
}
