package dev.longhand;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the layers whose outputs are a layer's inputs, if that isn't the layer declared before it. It makes networks
 * with branches:
 *
 * <pre>{@code
 * @Dense(units = 32, activation = Activation.RELU) Layer wide();
 * @Dense(units = 32, activation = Activation.RELU) Layer deep();
 * @Add @From({"wide", "deep"})                     Layer sum();
 * }</pre>
 *
 * <p>Any number of layers may read a layer; the gradient of its output is then the sum of the gradients from all of
 * them. Every layer must be read by at least one, except the last, which is the network's output, or those with {@link
 * Output}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface From {

    /** The name of the network's input, whose shape is {@link Network#input()}. */
    String INPUT = "input";

    /**
     * The names of layers declared before this one, or {@link #INPUT}: one name for most layers, two or more for layers
     * that join their inputs.
     */
    String[] value();
}
