package dev.longhand.layer;

import dev.longhand.Activation;
import dev.longhand.Initializer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A simple recurrent layer (Elman, 1990), Keras' SimpleRNN: at each step of a sequence the states h follow from the
 * features x of the step and the states h' before,
 *
 * <pre>
 *   h = f(x·W + h'·U + b)
 * </pre>
 *
 * <p>from [n][time][in] to [n][units], the states after the last step, or to [n][time][units], the states after every
 * step. It has W, [in][units], U, [units][units], called {@code recurrentWeight}, and b, [units]. Before the first step
 * h' is 0. Gradients are propagated back through all steps of the sequence.
 *
 * <p>Its input must be a sequence, {@code input = {28, 28}} for 28 steps of 28 features each, or come from {@link
 * Embedding} or another recurrent layer that returns the sequence.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Rnn {

    /** The number of states, at least 1. */
    int units();

    /** The function f, any but the softmaxes. */
    Activation activation() default Activation.TANH;

    /** The slope s of {@link #activation()}, a positive number; by default that function's own. */
    double slope() default Double.NaN;

    /** Whether the output is [time][units], the states after every step, or [units], the states after the last. */
    boolean returnSequences() default false;

    /** Whether there is a bias b. */
    boolean useBias() default true;

    /** What W is drawn from; fanIn is in, fanOut is units. */
    Initializer initializer() default Initializer.GLOROT_UNIFORM;

    /** The scale c of {@link #initializer()}; by default that distribution's own. */
    double initializerScale() default Double.NaN;

    /** What U is drawn from; fanIn and fanOut are units. */
    Initializer recurrentInitializer() default Initializer.ORTHOGONAL;

    /** The scale c of {@link #recurrentInitializer()}; by default that distribution's own. */
    double recurrentInitializerScale() default Double.NaN;

    /** What the biases are drawn from; fanIn is in, fanOut is units. */
    Initializer biasInitializer() default Initializer.ZEROS;

    /** The scale c of {@link #biasInitializer()}; by default that distribution's own. */
    double biasInitializerScale() default Double.NaN;
}
