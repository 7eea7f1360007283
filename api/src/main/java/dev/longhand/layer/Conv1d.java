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
 * A convolution of sequences: a = f(x ∗ W + b), from [n][time][c] to [n][time′][filters], where
 * z[t][f] = b[f] + Σ x[t·stride − before + i·dilation][c]·W[i][c][f] over the steps i of the kernel and the channels
 * c; what lies outside the sequence is 0.
 *
 * <p>W is [kernel][c/groups][filters], b one number a filter. A sequence of time steps gives
 * time′ = ⌊(time + before + after − dilation·(kernel − 1) − 1)/stride⌋ + 1 steps.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Conv1d {

    /** The number of filters, which is that of the channels of the output, at least 1. */
    int filters();

    /** The steps of the kernel, at least 1. */
    int kernel();

    /** By how many steps the kernel moves from one output to the next, at least 1. */
    int stride() default 1;

    /** What surrounds the sequence. */
    Padding padding() default Padding.VALID;

    /**
     * Steps of zeros around the sequence, instead of {@link #padding()}: 1 number for both ends, or 2 for before
     * and after. With {@code {dilation·(kernel − 1), 0}} the convolution is causal: an output depends on its own step
     * and earlier ones only.
     */
    int[] explicitPadding() default {};

    /** How far the steps of the kernel are apart in the sequence, at least 1. */
    int dilation() default 1;

    /**
     * Into how many groups channels and filters are divided: the filters of a group read the channels of that group
     * only. With one group for each channel the convolution is depthwise.
     */
    int groups() default 1;

    /** The function f. */
    Activation activation() default Activation.IDENTITY;

    /** The slope s of {@link #activation()}, a positive number; by default that function's own. */
    double slope() default Double.NaN;

    /** Whether there is a bias b. */
    boolean useBias() default true;

    /** What the weights are drawn from; fanIn is kernel · c/groups, fanOut kernel · filters. */
    Initializer initializer() default Initializer.GLOROT_UNIFORM;

    /** The scale c of {@link #initializer()}; by default that distribution's own. */
    double initializerScale() default Double.NaN;

    /** What the biases are drawn from, with the same fanIn and fanOut. */
    Initializer biasInitializer() default Initializer.ZEROS;

    /** The scale c of {@link #biasInitializer()}; by default that distribution's own. */
    double biasInitializerScale() default Double.NaN;

    /** The initial weights, in the order in which W is stored, instead of an initializer. */
    double[] weights() default {};

    /** The initial biases, one for each filter, instead of an initializer. */
    double[] bias() default {};
}
