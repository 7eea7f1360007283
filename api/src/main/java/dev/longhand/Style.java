package dev.longhand;

/** How the body of a layer's generated methods is written. */
public enum Style {

    /**
     * For each layer by its size, as measured: a dense layer of up to some 144 weights unrolled, a layer
     * without weights of up to 32 numbers as loops, everything larger by kernels.
     */
    AUTO,

    /**
     * Each unit's sum z, and each input's dx, in its own local variable; in a layer of up to 16
     * weights, or of fewer than 4 units, every weight too: reads like a page of notes. A dense layer of
     * more than 32 inputs or units (with fewer than 4 units: of more than 100 weights), and every layer
     * without weights, is written as loops.
     */
    UNROLLED,

    /** Plain nested loops over constants, complete in themselves: for reading and stepping through. */
    LOOPS,

    /** One call a fused step into the runtime's SIMD loops, the formula in the comment: for speed. */
    KERNELS
}
