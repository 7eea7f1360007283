package dev.longhand;

/** How the body of a layer's generated methods is written. */
public enum Style {

    /** For each layer, whichever style measures fastest: unrolled when small, kernels above. */
    AUTO,

    /**
     * Every sum written out, values in locals: reads like a page of notes. A layer too large for that
     * (a method of the JVM's must stay below 8,000 bytecodes to be compiled) is written as loops.
     */
    UNROLLED,

    /** Plain nested loops over constants, complete in themselves: for reading and stepping through. */
    LOOPS,

    /** One call a fused step into the runtime's SIMD loops, the formula in the comment: for speed. */
    KERNELS
}
