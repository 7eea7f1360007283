package dev.longhand.layer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Layer normalization: a = γ·x̂ + β with x̂ = (x − μ)/√(σ² + ε), where μ and σ² are the mean and the variance over the
 * last dimension at one position of one sample (Ba, Kiros and Hinton, 2016). Any shape whose last dimension is at least
 * 2; the output shape is the input shape. γ and β, [last dimension] each, are learnt; initially γ is 1 and β is 0.
 * Training and prediction compute the same.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface LayerNorm {

    /** ε, a positive number, which prevents a division by 0 if the variance is 0. */
    double epsilon() default 1e-5;
}
