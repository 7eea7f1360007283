package dev.longhand.importer.onnx;

import dev.longhand.importer.ActivationSetting;
import dev.longhand.importer.onnx.ScalarFunctions.Match;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/** The activations that ONNX's recurrent operators name, with their parameters α and β. */
final class RecurrentActivations {

    private RecurrentActivations() {}

    /** The activation of this name in lower case, if Longhand has it. */
    static Optional<ActivationSetting> of(String name, Optional<Float> alpha, Optional<Float> beta) {
        DoubleUnaryOperator function = function(name, alpha, beta);
        return function == null
                ? Optional.empty()
                : ScalarFunctions.match(function)
                        .filter(match -> match.scale() == 1 && match.factor() == 1 && match.shift() == 0)
                        .map(Match::activation);
    }

    private static @Nullable DoubleUnaryOperator function(String name, Optional<Float> alpha, Optional<Float> beta) {
        double a = alpha.orElse(usualAlpha(name));
        double b = beta.orElse(usualBeta(name));
        return switch (name) {
            case "relu" -> x -> Math.max(0, x);
            case "tanh" -> Math::tanh;
            case "sigmoid" -> x -> 1 / (1 + Math.exp(-x));
            case "affine" -> x -> a * x + b;
            case "leakyrelu" -> x -> x > 0 ? x : a * x;
            case "scaledtanh" -> x -> a * Math.tanh(b * x);
            case "hardsigmoid" -> x -> Math.min(1, Math.max(0, a * x + b));
            case "elu" -> x -> x > 0 ? x : a * Math.expm1(x);
            case "softplus" -> ScalarFunctions::softplus;
            default -> null;
        };
    }

    private static float usualAlpha(String name) {
        return switch (name) {
            case "leakyrelu" -> 0.01f;
            case "hardsigmoid" -> 0.2f;
            default -> 1;
        };
    }

    private static float usualBeta(String name) {
        return switch (name) {
            case "hardsigmoid" -> 0.5f;
            case "affine" -> 0;
            default -> 1;
        };
    }
}
