package dev.longhand.optimizer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The state of an optimizer at one moment, as a checkpoint holds it.
 *
 * @param steps the number of steps taken, at least 0
 * @param arrays copies of its arrays, by name, one number a parameter each
 */
public record OptimizerSnapshot(long steps, Map<String, float[]> arrays) {

    /** Keeps copies of the arrays. */
    public OptimizerSnapshot {
        if (steps < 0) {
            throw new IllegalArgumentException("an optimizer can't have taken " + steps + " steps");
        }
        Map<String, float[]> copies = new LinkedHashMap<>();
        arrays.forEach((name, array) -> copies.put(name, array.clone()));
        arrays = Collections.unmodifiableMap(copies);
    }
}
