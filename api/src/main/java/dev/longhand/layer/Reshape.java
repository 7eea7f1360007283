package dev.longhand.layer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a sample another shape, with its values in the same storage order. It costs nothing, because no values are
 * moved. For a shape of one dimension use {@link Flatten}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Reshape {

    /** The dimensions, whose product is the size of the input: {@code {28, 28, 1}} for an image. */
    int[] value();
}
