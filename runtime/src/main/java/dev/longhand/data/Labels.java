package dev.longhand.data;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The classes of samples.
 *
 * @param values [n], each from 0 to classes − 1; the array now belongs to the labels
 * @param classes the number of classes, at least 2
 */
record Labels(int[] values, int classes) {

    Labels {
        requireClasses(classes);
        for (int i = 0; i < values.length; i++) {
            if (values[i] < 0 || values[i] >= classes) {
                throw new IllegalArgumentException("label " + values[i] + " of sample " + i + " is not a class: with "
                        + classes + " classes, labels run from 0 to " + (classes - 1));
            }
        }
    }

    /** The number of these samples of each class, [classes]. */
    int[] counts(int[] samples) {
        int[] counts = new int[classes];
        for (int sample : samples) {
            counts[values[sample]]++;
        }
        return counts;
    }

    /** The class that a target says: itself if it's one number, otherwise the position of the first 1. */
    static int of(float[] targets, int from, int size) {
        if (size == 1) {
            return (int) targets[from];
        }
        int label = 0;
        while (label < size - 1 && targets[from + label] != 1) {
            label++;
        }
        return label;
    }

    /** The classes without samples. */
    static List<Integer> absent(int... counts) {
        return IntStream.range(0, counts.length)
                .filter(label -> counts[label] == 0)
                .boxed()
                .toList();
    }

    /** The classes of these samples. */
    Labels of(int[] samples) {
        int[] chosen = new int[samples.length];
        for (int i = 0; i < samples.length; i++) {
            chosen[i] = values[samples[i]];
        }
        return new Labels(chosen, classes);
    }

    static void requireClasses(int classes) {
        if (classes < 2) {
            throw new IllegalArgumentException("classes = " + classes + ": there must be at least 2");
        }
    }

    /** One-hot targets: one number a class. */
    Rows oneHot() {
        return Rows.oneHot(values, classes);
    }

    /** The labels themselves as targets of one number each. */
    Rows numbers() {
        float[] numbers = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            numbers[i] = values[i];
        }
        return Rows.of(numbers, 1);
    }
}
