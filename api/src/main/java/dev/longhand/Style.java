package dev.longhand;

/** How the body of a layer's generated methods is written. */
public enum Style {

    /** For each layer, whichever style measures fastest: unrolled when small, kernels above. */
    AUTO,

    /**
     * Every sum in a local variable of its own, in a small layer every weight too: reads like a page of
     * notes. A layer too large for that, of more than some 32 inputs or units, is written as loops.
     */
    UNROLLED,

    /** Plain nested loops over constants, complete in themselves: for reading and stepping through. */
    LOOPS,

    /** One call a fused step into the runtime's SIMD loops, the formula in the comment: for speed. */
    KERNELS
}
