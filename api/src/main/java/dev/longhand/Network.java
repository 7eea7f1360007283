package dev.longhand;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a neural network: each abstract method of the annotated interface or abstract class is one layer, in source
 * order, and carries one annotation of {@link dev.longhand.layer}. The input of a layer is the output of the layer
 * declared before it, and that of the first layer the network's input, unless {@link From} names other layers. The last
 * layer is the network's output, unless layers with {@link Output} are.
 *
 * <pre>{@code
 * @Network(input = 2, loss = Loss.BINARY_CROSS_ENTROPY)
 * public interface Xor {
 *     @Dense(units = 2, activation = Activation.SIGMOID) Layer hidden();
 *     @Dense(units = 1, activation = Activation.SIGMOID) Layer output();
 * }
 * }</pre>
 *
 * <p>The annotation processor writes {@code XorModel} into the same package, which implements both
 * the declaration and {@code dev.longhand.model.Model}: {@code XorModel.create(42)} draws its
 * parameters from the seed 42. A nested declaration {@code Outer.Inner} becomes {@code
 * Outer_InnerModel}.
 *
 * <p>The loss must suit the activation of the last layer: {@code SOFTMAX} with {@code CROSS_ENTROPY} for classification
 * into several classes, {@code SIGMOID} with {@code BINARY_CROSS_ENTROPY} for two classes, {@code IDENTITY} with {@code
 * MEAN_SQUARED_ERROR} for regression. A combination that makes no sense is a compile error.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Network {

    /**
     * The shape of one sample: {@code 784} for a vector of 784 numbers, {@code {28, 28, 1}} for an image of height 28,
     * width 28 and one channel. Omitted if the network has several inputs, declared by layers with {@link
     * dev.longhand.layer.Input}.
     */
    int[] input() default {};

    /**
     * The loss that training minimizes. To be given, unless layers with {@link Output} have a loss each; there is no
     * default.
     */
    Loss loss() default Loss.MEAN_SQUARED_ERROR;

    /** The code style of the generated source; by default chosen for each layer by its size: {@link Style#AUTO}. */
    Style style() default Style.AUTO;

    /**
     * For {@link Loss#CROSS_ENTROPY} only: the share ε of each target that is distributed evenly over all classes, 0 ≤
     * ε &lt; 1, t' = (1 − ε)·t + ε/classes (Szegedy et al., "Rethinking the Inception architecture for computer
     * vision", 2016).
     */
    double labelSmoothing() default 0;

    /**
     * Whether samples are sequences of different lengths, padded to the number of steps of {@link #input}. Recurrent layers
     * skip the steps that pad, and neither the loss nor the metrics count them; where a layer returns sequences, its outputs
     * there are 0. Lengths belong to a data set, or to a call of {@code predict}; without them all steps are read.
     *
     * <p>It needs a recurrent layer. Layers between the input and that layer must compute each step alone, as {@code
     * Embedding}, {@code Dense}, {@code LayerNorm}, {@code Activate} and {@code Dropout} do.
     */
    boolean masked() default false;

    /** For {@link Loss#HUBER} only: the error δ &gt; 0 from which the loss grows linearly. */
    double delta() default 1;

    /**
     * Whether a second class is written beside the model: {@code XorAlone}, one file that needs nothing but the JDK, not even
     * Longhand. It loads the weights that {@code dev.longhand.io.Weights.save} wrote, from a stream, and predicts: what the
     * network written in {@link Style#LOOPS} predicts, to the bit. It uses no class that Java 11 doesn't have.
     */
    boolean standalone() default false;

    /**
     * Whether the class of {@link #standalone} learns too, by plain gradient descent: with the backward pass of each layer
     * and the loss. A step gives the parameters that {@link Style#LOOPS} gives, to the bit.
     */
    boolean standaloneLearns() default false;
}
