package dev.longhand;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the weights of a trained network, a resource that {@code Weights.save} or {@code TableModel.save} wrote. On a
 * declaration beside {@link Network}:
 *
 * <pre>{@code
 * @Pretrained("digits.safetensors")
 * @Network(input = 784, loss = Loss.CROSS_ENTROPY)
 * public interface Digits { … }
 * }</pre>
 *
 * <p>The compiler finds the resource and compares it with the declaration: the names, shapes and types of its arrays, its
 * checksum and, if it holds one, its recipe. What doesn't fit is a compile error. The model gains {@code
 * DigitsModel.pretrained()}, which loads the resource once, for all threads.
 *
 * <p>If the weights hold the names of classes or a recipe, the model also has {@code Prediction}, a record, and {@code
 * Category}, an enum of the classes if their names allow one. With names of classes {@code classify(x)} predicts the
 * {@code Prediction} of one sample, and with a recipe {@code predict(row)} that of a {@code Map} by column name or of a
 * {@code Row}, a record of the columns.
 *
 * <p>The compiler looks for the resource in the folders of its option {@code -Alonghand.resources}, in the class output,
 * on the class path and on the source path.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Pretrained {

    /**
     * The name of the resource: relative to the package of the declaration, or with {@code /} in front from the root of the
     * class path.
     */
    String value();
}
