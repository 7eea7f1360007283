package dev.longhand.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A {@link Callback} whose memory is part of checkpoints, so that a resumed training goes on as one that was never
 * stopped. Its {@code toString} says its settings, by which a checkpoint recognizes it.
 */
public interface Resumable {

    /** What it remembers, after a batch or an epoch. */
    Memory memory();

    /**
     * Remembers this again; called after {@link Callback#onTrainingBegin}.
     *
     * @throws IllegalArgumentException if it isn't the memory of such a callback
     */
    void restore(Memory memory);

    /**
     * What a callback remembers, by names of its choice.
     *
     * @param numbers exact to the bit
     * @param arrays the arrays themselves, not copies
     */
    record Memory(Map<String, Double> numbers, Map<String, float[]> arrays) {

        /** Nothing. */
        public Memory() {
            this(Map.of(), Map.of());
        }

        public Memory {
            // Not Map.copyOf, which takes quadratic time if all names have the same hash code.
            numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
            arrays = Collections.unmodifiableMap(new LinkedHashMap<>(arrays));
        }

        /** The same and a number. */
        public Memory with(String name, double number) {
            Map<String, Double> more = new LinkedHashMap<>(numbers);
            more.put(name, number);
            return new Memory(more, arrays);
        }

        /** The same and an array. */
        public Memory with(String name, float[] array) {
            Map<String, float[]> more = new LinkedHashMap<>(arrays);
            more.put(name, array);
            return new Memory(numbers, more);
        }

        /**
         * A number.
         *
         * @throws IllegalArgumentException if there is none of this name
         */
        public double number(String name) {
            Double number = numbers.get(name);
            if (number == null) {
                throw new IllegalArgumentException("the memory has no number \"" + name + "\"");
            }
            return number;
        }
    }
}
