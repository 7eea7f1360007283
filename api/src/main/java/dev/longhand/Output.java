package dev.longhand;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a layer an output of its network, with a loss that training minimizes. Networks with several outputs declare each
 * of them, and no loss in {@link Network}:
 *
 * <pre>{@code
 * @Network(input = 784)
 * public interface Digits {
 *     @Dense(units = 64, activation = Activation.RELU)
 *     Layer trunk();
 *
 *     @Output(loss = Loss.CROSS_ENTROPY)
 *     @Dense(units = 10, activation = Activation.SOFTMAX)
 *     Layer digit();
 *
 *     @Output(loss = Loss.MEAN_SQUARED_ERROR, weight = 0.5)
 *     @From("trunk")
 *     @Dense(units = 1)
 *     Layer slant();
 * }
 * }</pre>
 *
 * <p>The loss of the network is the sum E = Σ w·Eₖ of the losses Eₖ of its outputs, each times its weight w. The layers that
 * several outputs depend on receive the sum of the gradients.
 *
 * <p>Predictions and targets hold the numbers of the outputs one after the other, in the order of declaration. Here both have
 * 11 numbers for each sample: 10 of {@code digit}, which of targets are one-hot, then 1 of {@code slant}. {@code
 * model.info().output("slant")} says where an output begins, and takes its numbers out of a prediction.
 *
 * <p>Every layer that no other reads must be an output. Other layers may read an output too, unless its loss is a
 * cross-entropy or a log-likelihood, which is computed together with the output's activation.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Output {

    /** The loss of this output; it must suit the layer's activation, as in {@link Network}. */
    Loss loss();

    /** What this loss is multiplied by in the sum that training minimizes: a finite number greater than 0. */
    double weight() default 1;

    /** For {@link Loss#CROSS_ENTROPY} only, as {@link Network#labelSmoothing}. */
    double labelSmoothing() default 0;

    /** For {@link Loss#HUBER} only, as {@link Network#delta}. */
    double delta() default 1;
}
