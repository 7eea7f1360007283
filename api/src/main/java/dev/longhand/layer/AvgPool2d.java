package dev.longhand.layer;

import dev.longhand.Padding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The mean of each pool: a = Σ x/(rows·columns of the pool), each channel separately, from [n][h][w][c] to
 * [n][h′][w′][c]. Padding counts as 0, as in PyTorch.
 *
 * <p>An image of h rows gives h′ = ⌊(h + top + bottom − k)/stride⌋ + 1 rows for a pool of k rows; columns
 * alike. Where a number is asked for rows and columns, one number holds for both.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface AvgPool2d {

    /** Rows and columns of the pool, at least 1. */
    int[] size() default 2;

    /** How many rows and columns the pool goes at a step, at least 1; by default its own size. */
    int[] stride() default {};

    /** What surrounds the image. */
    Padding padding() default Padding.VALID;

    /**
     * Rows and columns around the image, in place of {@link #padding()}: one number for all sides, two for rows and
     * columns, or four for top, left, bottom and right; each less than the pool's.
     */
    int[] explicitPadding() default {};
}
