package dev.longhand.layer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Layer normalization: a = γ·x̂ + β with x̂ = (x − μ)/√(σ² + ε), where μ and σ² are the mean and the variance of
 * the numbers at one position of one sample, over the last dimension (Ba, Kiros and Hinton, 2016). Any shape
 * whose last dimension is at least 2 in, the same out; γ and β are learnt, as many as the last dimension has
 * each, γ from 1 and β from 0. The same while training as when predicting.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface LayerNorm {

    /** ε, a positive number, which prevents a division by 0 where the variance is 0. */
    float epsilon() default 1e-5f;
}
