package dev.longhand.processor.check;

import java.util.Optional;
import java.util.function.IntFunction;

/**
 * The rules of the initial values of W and b: a distribution or values each, and nothing about b where {@code useBias} is
 * false.
 *
 * @param weights the number of weights, if known
 * @param weightsInWords what the weights are for: {@code 2 inputs × 3 units = 6 connections}
 * @param biases the number of biases, if known
 * @param biasesInWords what the biases are for: {@code 3 units}
 */
public record AffineInitializationRule(
        Optional<Integer> weights,
        IntFunction<String> weightsInWords,
        Optional<Integer> biases,
        IntFunction<String> biasesInWords) {

    /** Checks the attributes. */
    public Optional<AffineInitialization> check(LayerContext layer) {
        Optional<Initialization> weightInitialization =
                InitializationRule.WEIGHTS.check(layer, weights, weightsInWords);
        Optional<Boolean> useBias = layer.attribute("useBias").flag();
        if (useBias.orElse(true)) {
            Optional<Initialization> biasInitialization = InitializationRule.BIAS.check(layer, biases, biasesInWords);
            return weightInitialization
                    .filter(known -> useBias.isPresent() && biasInitialization.isPresent())
                    .map(known -> new AffineInitialization(known, biasInitialization));
        }
        boolean isRight = BiasRule.checkUnused(layer, "bias", "biasInitializer", "biasInitializerScale");
        return weightInitialization
                .filter(known -> isRight)
                .map(known -> new AffineInitialization(known, Optional.empty()));
    }

    /** The number of weights and biases, as far as known. */
    public long parameters(LayerContext layer) {
        boolean hasBias = layer.attribute("useBias").flag().orElse(true);
        return weights.orElse(0) + (hasBias ? biases.orElse(0) : 0L);
    }
}
