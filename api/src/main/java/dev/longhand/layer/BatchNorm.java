package dev.longhand.layer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Batch normalization: a = γ·x̂ + β with x̂ = (x − μ)/√(σ² + ε), where μ and σ² are the mean and the variance of
 * each channel, the last dimension, over the batch and all positions of a sample (Ioffe and Szegedy, 2015). Any
 * shape in, the same out; γ and β are learnt, [channels] each, γ from 1 and β from 0.
 *
 * <p>When predicting, μ and σ² are running ones, [channels] each, which begin at 0 and 1: they are the layer's
 * arrays {@code runningMean} and {@code runningVariance}, kept with the parameters but not trained. Each step
 * of training moves them towards its batch: running ← momentum·running + (1 − momentum)·batch. A batch of m
 * numbers a channel counts there with its unbiased variance, m/(m − 1)·σ², and not at all where m is 1.
 *
 * <p>An activation goes after it, as a separate layer: {@link Activate}. A bias in the layer before it has no
 * effect, as μ takes it away again: {@code useBias = false} there.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface BatchNorm {

    /**
     * The share of the running statistics that a step keeps, 0 ≤ momentum &lt; 1. It's Keras' momentum;
     * PyTorch's is 1 − this, the share that a step replaces: its 0.1 is 0.9 here.
     */
    float momentum() default 0.9f;

    /** ε, a positive number, which keeps a channel without variance from being divided by 0. */
    float epsilon() default 1e-5f;
}
