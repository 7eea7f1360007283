package dev.longhand.importer.keras;

import dev.longhand.Activation;
import dev.longhand.importer.ActivationSetting;
import java.util.Arrays;
import java.util.List;

/**
 * A function of Keras by those of Longhand: scale·f(factor·z + shift), where the layer that computes z multiplies and shifts it
 * in its weights, and the layers that read the function multiply it in theirs. With gates, z·g(z), which takes layers.
 *
 * @param activation f
 * @param gates the functions g consists of, the first one applied to z; none if z isn't multiplied by one
 */
record KerasFunction(
        ActivationSetting activation, double factor, double shift, double scale, List<ActivationSetting> gates) {

    /** No function. */
    static final KerasFunction NONE = of(ActivationSetting.IDENTITY);

    private static final double SELU_ALPHA = 1.6732632423543772;
    private static final double SELU_SCALE = 1.0507009873554805;

    static KerasFunction of(ActivationSetting activation) {
        return new KerasFunction(activation, 1, 0, 1, List.of());
    }

    static KerasFunction of(Activation activation) {
        return of(ActivationSetting.of(activation));
    }

    /** min(most, max(0, z)) = most·h(6/most·z − 3) with the hard sigmoid h(z) = min(1, max(0, (z + 3)/6)). */
    static KerasFunction bounded(double most) {
        return hardSigmoid(6 / most, -3, most);
    }

    /** scale·h(factor·z + shift) with the hard sigmoid h. */
    static KerasFunction hardSigmoid(double factor, double shift, double scale) {
        return new KerasFunction(
                ActivationSetting.of(Activation.HARD_SIGMOID), factor, shift, scale, List.of());
    }

    /** λ·z if z &gt; 0, else λ·α·(e^z − 1) (Klambauer et al., 2017). */
    static KerasFunction selu() {
        return new KerasFunction(
                new ActivationSetting(Activation.ELU, SELU_ALPHA), 1, 0, SELU_SCALE, List.of());
    }

    /** z·g(z). */
    static KerasFunction gated(Activation... gates) {
        List<ActivationSetting> functions =
                Arrays.stream(gates).map(ActivationSetting::of).toList();
        return new KerasFunction(ActivationSetting.IDENTITY, 1, 0, 1, functions);
    }

    /** Whether f reads what the layer before computes, without a factor and a shift. */
    boolean readsSums() {
        return factor == 1 && shift == 0;
    }

    /** Whether it's f alone. */
    boolean isPlain() {
        return readsSums() && scale == 1 && gates.isEmpty();
    }
}
