package dev.longhand.layer;

import dev.longhand.Activation;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An activation function as a separate layer: a = f(x), any shape, no parameters. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Activate {

    /** The function f. */
    Activation value();

    /** The slope s of {@link #value()}, a positive number; by default that function's own. */
    double slope() default Double.NaN;
}
