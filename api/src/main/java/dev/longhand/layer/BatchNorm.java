package dev.longhand.layer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Batch normalization: a = γ·x̂ + β with x̂ = (x − μ)/√(σ² + ε), where μ and σ² are the mean and the variance of each
 * channel, the last dimension, over the batch and all positions of a sample (Ioffe and Szegedy, 2015). Any shape; the
 * output shape is the input shape. γ and β, [channels] each, are learnt; initially γ is 1 and β is 0.
 *
 * <p>When predicting, μ and σ² are running averages, [channels] each, initially 0 and 1: the layer's arrays {@code
 * runningMean} and {@code runningVariance}, which are stored with the parameters but not trained. Each training step
 * updates them: running ← momentum·running + (1 − momentum)·batch, with the unbiased variance m/(m − 1)·σ² of the m
 * values of a channel in the batch; if m is 1, they stay unchanged.
 *
 * <p>Training needs an m of at least 2, because a single value is its own mean: x̂ would be 0 whatever x is. So a layer
 * without positions, as after a dense layer, needs batches of at least 2 samples. Training with batches of 1 is refused,
 * and a single sample left for the last batch of an epoch joins the batch before.
 *
 * <p>Put its activation after it as a separate layer, {@link Activate}. A bias in the layer before it has no effect,
 * because μ is subtracted: use {@code useBias = false} there.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface BatchNorm {

    /**
     * The share of the running statistics that each step keeps, 0 ≤ momentum &lt; 1, as in Keras. PyTorch's momentum is
     * the share that each step replaces: its 0.1 is 0.9 here.
     */
    double momentum() default 0.9;

    /** ε, a positive number, which prevents a division by 0 if a channel has variance 0. */
    double epsilon() default 1e-5;
}
