package dev.longhand.processor.plan;

import dev.longhand.Shape;

/**
 * One array of state, which is kept without being trained.
 *
 * @param name as in files: {@code runningMean}
 * @param symbol as in formulas: {@code running μ}
 * @param constant the constant of its offset: {@code S_NORM_MEAN}
 * @param offset where it begins in the flat array of state
 * @param shape its dimensions
 * @param initial what each of its numbers is at first
 * @param isNamed whether generated source names its offset; kernels find an array behind the one before it
 */
public record StatePlan(
        String name, String symbol, String constant, int offset, Shape shape, float initial, boolean isNamed) {

    /** The same, found behind the array before it. */
    public StatePlan unnamed() {
        return new StatePlan(name, symbol, constant, offset, shape, initial, false);
    }
}
