package dev.longhand;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Keeps the parameters of one layer as they are while the network is trained: those that it was created with, or that
 * were loaded. What it keeps without training it, such as the running statistics of batch norm, stays too.
 *
 * <pre>{@code
 * @Conv2d(filters = 16, kernel = 3, activation = Activation.RELU) @Frozen Layer edges();
 * }</pre>
 *
 * <p>The trainer's {@code unfreeze("edges")} trains such a layer all the same. Files hold its parameters like all others.
 *
 * <p>If all layers with parameters before the first that is trained are frozen like this, a training leaves out their part of the
 * backward pass. Gradients that are computed by hand, by {@code backward} of a model, are those of all layers.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Frozen {}
