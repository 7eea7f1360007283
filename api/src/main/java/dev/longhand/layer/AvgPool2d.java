package dev.longhand.layer;

import dev.longhand.Padding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Average pooling: a = Σ x/(rows·columns of the pool), separately for each channel, from [n][h][w][c] to
 * [n][h′][w′][c]. Padding counts as 0, as in PyTorch.
 *
 * <p>An image of h rows gives h′ = ⌊(h + top + bottom − k)/stride⌋ + 1 rows for a pool of k rows; columns likewise.
 * An attribute for rows and columns takes one number for both, or two.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface AvgPool2d {

    /** Rows and columns of the pool, at least 1. */
    int[] size() default 2;

    /** By how many rows and columns the pool moves, at least 1; by default its size. */
    int[] stride() default {};

    /** The padding around the image. */
    Padding padding() default Padding.VALID;

    /**
     * The number of rows and columns of padding, instead of {@link #padding()}: one number for all sides, two for rows
     * and columns, or four for top, left, bottom and right; each must be less than the size of the pool.
     */
    int[] explicitPadding() default {};
}
