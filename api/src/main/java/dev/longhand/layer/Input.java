package dev.longhand.layer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One of several inputs of a network; its {@code @Network} then has no input. A sample is the concatenation of all
 * inputs, in the order of their declarations.
 *
 * <pre>{@code
 * @Network(loss = Loss.MEAN_SQUARED_ERROR)
 * interface Price {
 *     @Input({8, 8, 3})  Layer photo();
 *     @Flatten           Layer pixels();
 *     @Input(5)          Layer facts();
 *     @Concat @From({"pixels", "facts"}) Layer all();
 *     @Dense(units = 1)  Layer price();
 * }
 * }</pre>
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Input {

    /** The shape of this part of a sample: {@code 5} for 5 numbers, {@code {28, 28, 1}} for an image. */
    int[] value();
}
