package dev.longhand.processor.plan;

/**
 * An array of the workspace.
 *
 * @param kind which of its arrays
 * @param constant the name of the layer's or buffer's index; empty for the input
 */
public record WorkspaceArray(Kind kind, String constant) {

    /** The data. */
    public static final WorkspaceArray INPUT = new WorkspaceArray(Kind.INPUT, "");

    /** Which of the workspace's arrays. */
    public enum Kind {
        /** The samples. */
        INPUT,
        /** A layer's outputs. */
        ACTIVATION,
        /** The gradient with respect to a layer's outputs. */
        GRADIENT,
        /** A buffer of a layer, other than its outputs. */
        BUFFER
    }
}
