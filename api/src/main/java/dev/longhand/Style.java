package dev.longhand;

/** The code style of a layer's generated methods. */
public enum Style {

    /**
     * Chosen for each layer by its size, from measurements: dense layers of up to 144 weights and 32 inputs or units are
     * unrolled (of 1 unit and more than 16 weights: loops), layers without weights of up to 32 values are loops, all
     * others call kernels.
     */
    AUTO,

    /**
     * Dense layers without loops over units: a local variable for the sum z of each unit and for dx of each input, and
     * in layers of up to 16 weights for each weight too. Dense layers of more than 32 inputs or units, those of 1 unit
     * and more than 16 weights, and all other layers are written as loops.
     */
    UNROLLED,

    /** Plain nested loops that call nothing of the runtime's kernels: to read, and to step through in a debugger. */
    LOOPS,

    /** Calls of the runtime's SIMD kernels, with the formula of each in a comment: the fastest. */
    KERNELS
}
