package dev.longhand.layer;

import dev.longhand.Padding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stochastic pooling (Zeiler and Fergus, "Stochastic pooling for regularization of deep convolutional neural networks",
 * 2013): while training, one value of each pool, drawn with probability p = x/Σ x; when predicting, the mean weighted
 * by these probabilities, Σ p·x. Separately for each channel, from [n][h][w][c] to [n][h′][w′][c].
 *
 * <p>Negative x and padding count as 0; if all values of a pool are 0, so is a. Use it after an activation without
 * negative outputs, such as RELU.
 *
 * <p>An image of h rows gives h′ = ⌊(h + top + bottom − k)/stride⌋ + 1 rows for a pool of k rows; columns likewise.
 * An attribute for rows and columns takes one number for both, or two.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface StochasticPool2d {

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
