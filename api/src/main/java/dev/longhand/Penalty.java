package dev.longhand;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Penalizes the weights of one layer while it's trained, so that they stay small: adds l1·Σ|w| + ½·l2·Σw² to what training
 * minimizes, but not to the losses that are reported. It doesn't apply to biases.
 *
 * <pre>{@code
 * @Dense(units = 100, activation = Activation.RELU) @Penalty(l2 = 1e-4) Layer hidden();
 * }</pre>
 *
 * <p>What is given here replaces the optimizer's factor for this layer; the trainer's {@code l1} and {@code l2} replace
 * both.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Penalty {

    /** The factor of the weights' absolute values, at least 0; if it isn't given, the optimizer's. */
    double l1() default 0;

    /** The factor of half the weights' squares, at least 0; if it isn't given, the optimizer's. */
    double l2() default 0;
}
