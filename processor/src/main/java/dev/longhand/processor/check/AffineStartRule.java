package dev.longhand.processor.check;

import java.util.Optional;
import java.util.function.IntFunction;

/**
 * The rules of what W and b start from: a distribution or values each, and nothing about b where {@code useBias} is
 * false.
 *
 * @param weights the number of weights, if known
 * @param weightsInWords what the weights are for: {@code 2 inputs × 3 units = 6 connections}
 * @param biases the number of biases, if known
 * @param biasesInWords what the biases are for: {@code 3 units}
 */
public record AffineStartRule(
        Optional<Integer> weights,
        IntFunction<String> weightsInWords,
        Optional<Integer> biases,
        IntFunction<String> biasesInWords) {

    /** Checks the attributes. */
    public Optional<AffineStart> check(LayerContext layer) {
        Optional<Start> weightStart = StartRule.WEIGHTS.check(layer, weights, weightsInWords);
        Optional<Boolean> useBias = layer.attribute("useBias").flag();
        if (useBias.orElse(true)) {
            Optional<Start> biasStart = StartRule.BIAS.check(layer, biases, biasesInWords);
            return weightStart
                    .filter(known -> useBias.isPresent() && biasStart.isPresent())
                    .map(known -> new AffineStart(known, biasStart));
        }
        boolean isRight = BiasRule.checkUnused(layer, "bias", "biasInitializer", "biasInitializerScale");
        return weightStart.filter(known -> isRight).map(known -> new AffineStart(known, Optional.empty()));
    }

    /** The number of weights and biases, as far as known. */
    public long parameters(LayerContext layer) {
        boolean hasBias = layer.attribute("useBias").flag().orElse(true);
        return weights.orElse(0) + (hasBias ? biases.orElse(0) : 0L);
    }
}
