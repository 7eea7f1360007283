package dev.longhand.layer;

import dev.longhand.Activation;
import dev.longhand.Initializer;
import dev.longhand.Padding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A convolution of images: a = f(x ∗ W + b), from [n][h][w][c] to [n][h′][w′][filters], where
 * z[y][x][f] = b[f] + Σ x[y·stride − top + i·dilation][x·stride − left + j·dilation][c]·W[i][j][c][f]
 * over the rows i and columns j of the kernel and the channels c; values outside the image are 0.
 *
 * <p>W is [kernel rows][kernel columns][c/groups][filters], b one number for each filter. An image of h rows gives
 * h′ = ⌊(h + top + bottom − dilation·(k − 1) − 1)/stride⌋ + 1 rows for a kernel of k rows; columns likewise.
 *
 * <p>An attribute for rows and columns takes one number for both, or two: {@code kernel = 3} is {@code kernel = {3,
 * 3}}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Conv2d {

    /** The number of filters, which is the number of output channels, at least 1. */
    int filters();

    /** Rows and columns of the kernel, at least 1. */
    int[] kernel();

    /** By how many rows and columns the kernel moves, at least 1. */
    int[] stride() default 1;

    /** The padding around the image. */
    Padding padding() default Padding.VALID;

    /**
     * The number of rows and columns of zeros around the image, instead of {@link #padding()}: one number for all
     * sides, two for rows and columns, or four for top, left, bottom and right.
     */
    int[] explicitPadding() default {};

    /** The distance between neighbouring rows and columns of the kernel in the image, at least 1. */
    int[] dilation() default 1;

    /**
     * The number of groups that channels and filters are divided into: the filters of a group read only the channels of
     * that group. With one group for each channel the convolution is depthwise.
     */
    int groups() default 1;

    /** The function f. */
    Activation activation() default Activation.IDENTITY;

    /** The slope s of {@link #activation()}, a positive number; by default that function's own. */
    double slope() default Double.NaN;

    /** Whether there is a bias b. */
    boolean useBias() default true;

    /**
     * What the weights are drawn from; fanIn is kernel rows · kernel columns · c/groups, fanOut kernel rows · kernel
     * columns · filters.
     */
    Initializer initializer() default Initializer.GLOROT_UNIFORM;

    /** The scale c of {@link #initializer()}; by default that distribution's own. */
    double initializerScale() default Double.NaN;

    /** What the biases are drawn from, with the same fanIn and fanOut. */
    Initializer biasInitializer() default Initializer.ZEROS;

    /** The scale c of {@link #biasInitializer()}; by default that distribution's own. */
    double biasInitializerScale() default Double.NaN;

    /** The initial weights, in the storage order of W, instead of an initializer. */
    double[] weights() default {};

    /** The initial biases, one for each filter, instead of an initializer. */
    double[] bias() default {};
}
