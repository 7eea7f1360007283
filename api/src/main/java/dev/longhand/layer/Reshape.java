package dev.longhand.layer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives the numbers of a sample another shape, in the order they are stored in. It costs nothing: they stay
 * where they are. To one row, use {@link Flatten}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Reshape {

    /** The dimensions, whose product is the size of the input: {@code {28, 28, 1}} for an image. */
    int[] value();
}
