package dev.longhand.optimizer;

/**
 * The cosine over half a turn, brought to angles of at most π/4: beyond, StrictMath reduces them itself
 * and allocates for it.
 */
final class HalfTurn {

    private HalfTurn() {}

    /** cos(π·x) for x from 0 to 1. */
    static double cosine(double x) {
        if (x <= 0.25) {
            return StrictMath.cos(Math.PI * x);
        }
        return x <= 0.75 ? StrictMath.sin(Math.PI * (0.5 - x)) : -StrictMath.cos(Math.PI * (1 - x));
    }
}
