package dev.longhand.processor.formula;

/** A value of a layer that its derivative may read. */
public enum Value {
    /** Its input. */
    X,
    /** What its activation is applied to. */
    Z,
    /** Its output. */
    A,
    /** The gradient of the loss with respect to its output. */
    DA
}
