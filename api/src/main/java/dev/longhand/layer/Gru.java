package dev.longhand.layer;

import dev.longhand.Initializer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gated recurrent units (Cho et al., 2014), in the form of PyTorch and of Keras' reset_after: at each step of a
 * sequence the states h follow from the features x of the step and the states h' before,
 *
 * <pre>
 *   u = σ(x·Wu + bu + h'·Uu + cu)         update: how much of h' stays, PyTorch's and Keras' z
 *   r = σ(x·Wr + br + h'·Ur + cr)         reset: how much of h' the candidate sees
 *   m = tanh(x·Wm + bm + r∘(h'·Um + cm))  candidate, PyTorch's n
 *   h = (1 − u)∘m + u∘h'
 * </pre>
 *
 * <p>from [n][time][in] to [n][units], the states after the last step, or to [n][time][units], the states after every
 * step. It has W, [in][3·units], U, [units][3·units], called {@code recurrentWeight}, b, [3·units], and c, [3·units],
 * called {@code recurrentBias}; each holds the three gates in the order u r m, which is Keras' (PyTorch's is r u m).
 * Before the first step h' is 0. Gradients are propagated back through all steps of the sequence.
 *
 * <p>Its input must be a sequence, {@code input = {28, 28}} for 28 steps of 28 features each, or come from {@link
 * Embedding} or another recurrent layer that returns the sequence.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Gru {

    /** The number of states, at least 1. */
    int units();

    /** Whether the output is [time][units], the states after every step, or [units], the states after the last. */
    boolean returnSequences() default false;

    /** Whether there are the biases b and c, which start from 0. */
    boolean useBias() default true;

    /** What W is drawn from; fanIn is in, fanOut is 3·units. */
    Initializer initializer() default Initializer.GLOROT_UNIFORM;

    /** The scale c of {@link #initializer()}; by default that distribution's own. */
    double initializerScale() default Double.NaN;

    /** What U is drawn from; fanIn is units, fanOut is 3·units. */
    Initializer recurrentInitializer() default Initializer.ORTHOGONAL;

    /** The scale c of {@link #recurrentInitializer()}; by default that distribution's own. */
    double recurrentInitializerScale() default Double.NaN;
}
