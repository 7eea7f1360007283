package dev.longhand.processor.plan;

/**
 * The array that a layer reads, in each kind of pass.
 *
 * @param training in passes with random layers
 * @param predicting in the predicting pass, which skips dropout: the array that the dropout layer reads
 */
public record InputArray(WorkspaceArray training, WorkspaceArray predicting) {

    /** The data. */
    public static final InputArray DATA = of(WorkspaceArray.INPUT);

    /** The same array in every pass. */
    public static InputArray of(WorkspaceArray array) {
        return new InputArray(array, array);
    }

    /** The array that a pass reads. */
    public WorkspaceArray in(Mode mode) {
        return mode == Mode.PREDICTING ? predicting : training;
    }

    /** Whether every pass reads the same array. */
    public boolean isSameInEveryPass() {
        return training.equals(predicting);
    }

    /** Whether it's the data in every pass. */
    public boolean isData() {
        return training.kind() == WorkspaceArray.Kind.INPUT;
    }
}
