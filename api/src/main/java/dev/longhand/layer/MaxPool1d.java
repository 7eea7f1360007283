package dev.longhand.layer;

import dev.longhand.Padding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The largest of each pool: a = max x over its steps, each channel separately, from [n][time][c] to [n][time′][c].
 * Padding is no candidate. The gradient goes to the first step that has the maximum.
 *
 * <p>A sequence of time steps gives time′ = ⌊(time + before + after − size)/stride⌋ + 1 steps.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface MaxPool1d {

    /** The steps of the pool, at least 1. */
    int size() default 2;

    /** By how many steps the pool moves from one output to the next, at least 1; if not given, by its size. */
    int stride() default 0;

    /** What surrounds the sequence. */
    Padding padding() default Padding.VALID;

    /**
     * Steps around the sequence, instead of {@link #padding()}: 1 number for both ends, or 2 for before and
     * after; each less than the size of the pool.
     */
    int[] explicitPadding() default {};
}
