package dev.longhand.processor.plan;

/**
 * Where a layer's input comes from.
 *
 * @param training in passes with all that is random
 * @param predicting in the predicting pass: not what a dropout layer hands out but what it reads
 */
public record Source(Array training, Array predicting) {

    /** The data. */
    public static final Source DATA = of(Array.INPUT);

    /** The same array in every pass. */
    public static Source of(Array array) {
        return new Source(array, array);
    }

    /** The array that a pass reads. */
    public Array in(Mode mode) {
        return mode == Mode.PREDICTING ? predicting : training;
    }

    /** Whether it's the data in every pass. */
    public boolean isData() {
        return training.kind() == Array.Kind.INPUT;
    }
}
