package dev.longhand.layer;

import dev.longhand.Activation;
import dev.longhand.Initializer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A fully connected layer: a = f(x·W + b), from [n][in] to [n][units], with in·units weights W,
 * [in][units], and units biases b.
 *
 * <p>Of a sequence, [n][time][in], as recurrent layers return it, it does the same to each step: to
 * [n][time][units], with the same weights at each. Any other input must be flat: put {@link Flatten} before it where
 * it isn't.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Dense {

    /** The number of outputs, at least 1. */
    int units();

    /** The function f. */
    Activation activation() default Activation.IDENTITY;

    /** The slope s of {@link #activation()}, a positive number; by default that function's own. */
    float slope() default Float.NaN;

    /** Whether there is a bias b. */
    boolean useBias() default true;

    /** What the weights are drawn from. */
    Initializer initializer() default Initializer.GLOROT_UNIFORM;

    /** The scale c of {@link #initializer()}; by default that distribution's own. */
    float initializerScale() default Float.NaN;

    /** What the biases are drawn from; fanIn is in, fanOut is units. */
    Initializer biasInitializer() default Initializer.ZEROS;

    /** The scale c of {@link #biasInitializer()}; by default that distribution's own. */
    float biasInitializerScale() default Float.NaN;

    /** The weights to start from, set by hand, [in][units] row by row, in place of an initializer. */
    float[] weights() default {};

    /** The biases to start from, set by hand, one a unit, in place of an initializer. */
    float[] bias() default {};
}
