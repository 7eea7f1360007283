package dev.longhand;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the layers whose outputs a layer reads, where that isn't just the layer declared before it. With
 * it networks branch and join:
 *
 * <pre>{@code
 * @Dense(units = 32, activation = Activation.RELU) Layer wide();
 * @Dense(units = 32, activation = Activation.RELU) Layer deep();
 * @Add @From({"wide", "deep"})                     Layer sum();
 * }</pre>
 *
 * <p>A layer may be read by any number of others; the gradient in its outputs is the sum of theirs. All
 * layers but the last, which is the network's output, must be read by one at least.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface From {

    /** The name of the network's input: what {@link Network#input()} gives the shape of. */
    String INPUT = "input";

    /**
     * The names of layers declared before this one, or {@link #INPUT}: one for most layers, two or more for
     * those that join.
     */
    String[] value();
}
