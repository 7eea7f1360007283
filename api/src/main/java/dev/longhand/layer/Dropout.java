package dev.longhand.layer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Dropout: while training, each value is set to 0 with probability rate and otherwise multiplied by 1/(1 − rate), which
 * preserves its expected value; when predicting, values are unchanged. Any shape, no parameters (Srivastava et al.,
 * 2014).
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Dropout {

    /** The probability with which a value is set to 0, 0 ≤ rate &lt; 1. */
    double rate();
}
