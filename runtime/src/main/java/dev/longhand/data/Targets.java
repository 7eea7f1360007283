package dev.longhand.data;

import java.util.ArrayList;
import java.util.List;

/**
 * The targets of samples for a network with several outputs, side by side in the order of the outputs. Immutable.
 *
 * <pre>{@code
 * Targets targets = Targets.classes(digits, 10).and(Targets.numbers(slants));
 * Dataset data = Dataset.of(images, Shape.of(28, 28, 1), targets);
 * }</pre>
 */
public final class Targets {

    private final List<Rows> parts;

    private Targets(List<Rows> parts) {
        this.parts = List.copyOf(parts);
    }

    /**
     * One-hot targets of classes, for an output with one number for each class.
     *
     * @param labels [n], each from 0 to classes − 1; copied
     * @param classes the number of classes, at least 2
     */
    public static Targets classes(int[] labels, int classes) {
        return new Targets(List.of(new Labels(labels.clone(), classes).oneHot()));
    }

    /**
     * Targets of two classes, for an output with a single number.
     *
     * @param labels [n], each 0 or 1
     */
    public static Targets binary(int... labels) {
        return new Targets(List.of(new Labels(labels, 2).numbers()));
    }

    /**
     * Numbers, one for each sample.
     *
     * @param numbers [n], copied
     */
    public static Targets numbers(float... numbers) {
        return new Targets(List.of(Rows.copyOf("targets", numbers, 1)));
    }

    /**
     * Numbers, several for each sample.
     *
     * @param numbers [n][size], every row of one length; copied
     */
    public static Targets numbers(float[][] numbers) {
        return new Targets(List.of(Rows.copyOf("target", numbers)));
    }

    /**
     * These targets and those of the next output.
     *
     * @throws IllegalArgumentException if they aren't of as many samples
     */
    public Targets and(Targets next) {
        if (next.parts.get(0).count() != parts.get(0).count()) {
            throw new IllegalArgumentException(
                    "the next targets are of " + next.parts.get(0).count() + " samples, those before of "
                            + parts.get(0).count() + ": each sample needs all of its targets");
        }
        List<Rows> all = new ArrayList<>(parts);
        all.addAll(next.parts);
        return new Targets(all);
    }

    /** A row for each sample. */
    Rows rows() {
        return parts.size() == 1 ? parts.get(0) : new Rows.Joined(parts);
    }
}
