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
 * <p>A sequence, [n][time][in], such as recurrent layers return, becomes [n][time][units], with the same weights at
 * each step. Any other input must be flat; if it isn't, put {@link Flatten} before the layer.
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
    double slope() default Double.NaN;

    /** Whether there is a bias b. */
    boolean useBias() default true;

    /** What the weights are drawn from. */
    Initializer initializer() default Initializer.GLOROT_UNIFORM;

    /** The scale c of {@link #initializer()}; by default that distribution's own. */
    double initializerScale() default Double.NaN;

    /** What the biases are drawn from; fanIn is in, fanOut is units. */
    Initializer biasInitializer() default Initializer.ZEROS;

    /** The scale c of {@link #biasInitializer()}; by default that distribution's own. */
    double biasInitializerScale() default Double.NaN;

    /** The initial weights, [in][units] in row-major order, instead of an initializer. */
    double[] weights() default {};

    /** The initial biases, one for each unit, instead of an initializer. */
    double[] bias() default {};
}
