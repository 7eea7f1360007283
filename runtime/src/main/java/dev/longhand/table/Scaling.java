package dev.longhand.table;

/** How the numbers of a column are scaled. */
enum Scaling {
    /** Not at all. */
    NONE,
    /** To 0–1: (x − min)/(max − min). */
    MIN_MAX,
    /** To mean 0 and standard deviation 1: (x − mean)/deviation. */
    Z_SCORE
}
