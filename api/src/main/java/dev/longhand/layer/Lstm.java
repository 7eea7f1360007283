package dev.longhand.layer;

import dev.longhand.Initializer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Long short-term memory (Hochreiter and Schmidhuber, 1997; with the forget gate of Gers et al., 2000): at each step
 * of a sequence the memory c and the states h follow from the features x of the step and from c' and h' before,
 *
 * <pre>
 *   i = σ(x·Wi + h'·Ui + bi)     input gate: how much of g is added
 *   f = σ(x·Wf + h'·Uf + bf)     forget gate: how much of c' stays
 *   g = tanh(x·Wg + h'·Ug + bg)  candidate
 *   o = σ(x·Wo + h'·Uo + bo)     output gate: how much of the memory is output
 *   c = f∘c' + i∘g
 *   h = o∘tanh(c)
 * </pre>
 *
 * <p>from [n][time][in] to [n][units], the states after the last step, or to [n][time][units], the states after every
 * step. It has W, [in][4·units], U, [units][4·units], called {@code recurrentWeight}, and b, [4·units]; each holds the
 * four gates in the order i f g o, as in Keras and PyTorch. Before the first step h' and c' are 0. Gradients are
 * propagated back through all steps of the sequence.
 *
 * <p>Its input must be a sequence, {@code input = {28, 28}} for 28 steps of 28 features each, or come from {@link
 * Embedding} or another recurrent layer that returns the sequence.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Lstm {

    /** The number of states and of memory cells, at least 1. */
    int units();

    /** Whether the output is [time][units], the states after every step, or [units], the states after the last. */
    boolean returnSequences() default false;

    /** Whether there is a bias b. */
    boolean useBias() default true;

    /**
     * The initial bias of the forget gates; that of the other gates is 0. With 1 the memory is kept at the beginning of
     * training (Jozefowicz et al., 2015); PyTorch has 0.
     */
    double forgetBias() default 1;

    /** What W is drawn from; fanIn is in, fanOut is 4·units. */
    Initializer initializer() default Initializer.GLOROT_UNIFORM;

    /** The scale c of {@link #initializer()}; by default that distribution's own. */
    double initializerScale() default Double.NaN;

    /** What U is drawn from; fanIn is units, fanOut is 4·units. */
    Initializer recurrentInitializer() default Initializer.ORTHOGONAL;

    /** The scale c of {@link #recurrentInitializer()}; by default that distribution's own. */
    double recurrentInitializerScale() default Double.NaN;
}
