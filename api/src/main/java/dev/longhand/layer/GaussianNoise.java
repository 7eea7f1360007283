package dev.longhand.layer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gaussian noise: while training, a = x + r with a normal random number r of mean 0 for each x; when predicting, values
 * are unchanged. Any shape, no parameters.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface GaussianNoise {

    /** The standard deviation of r, at least 0. */
    double stddev();
}
