package dev.longhand.layer;

import dev.longhand.Initializer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A table of vectors that are learnt, one for each word or character of a vocabulary: a = T[x], from [n][time] to
 * [n][time][dimensions], with T, [vocabulary][dimensions], called {@code weight}.
 *
 * <p>Its input x is the data: whole numbers from 0 to vocabulary − 1, as floats. For any other number the forward pass
 * throws an {@link IllegalArgumentException} that names the layer and the position.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Embedding {

    /** The number of different words or characters, at least 1; Keras' input_dim. */
    int vocabulary();

    /** The size of each vector, at least 1; Keras' output_dim. */
    int dimensions();

    /** What T is drawn from; fanIn is vocabulary, fanOut is dimensions. */
    Initializer initializer() default Initializer.UNIFORM;

    /** The scale c of {@link #initializer()}; by default that distribution's own. */
    double initializerScale() default Double.NaN;
}
