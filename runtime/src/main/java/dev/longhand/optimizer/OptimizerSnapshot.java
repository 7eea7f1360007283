package dev.longhand.optimizer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The state of an optimizer at one moment, as a checkpoint holds it.
 *
 * @param steps the number of steps taken, at least 0
 * @param arrays its arrays, by name, with one number for each parameter; copied on construction and on access
 */
public record OptimizerSnapshot(long steps, Map<String, float[]> arrays) {

    /** A snapshot with copies of the arrays. */
    public OptimizerSnapshot {
        if (steps < 0) {
            throw new IllegalArgumentException("an optimizer can't have taken " + steps + " steps");
        }
        arrays = copy(arrays);
    }

    /** Copies of the arrays, by name. */
    @Override
    public Map<String, float[]> arrays() {
        return copy(arrays);
    }

    private static Map<String, float[]> copy(Map<String, float[]> arrays) {
        Map<String, float[]> copies = new LinkedHashMap<>();
        arrays.forEach((name, array) -> copies.put(name, array.clone()));
        return Collections.unmodifiableMap(copies);
    }
}
