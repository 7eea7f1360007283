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
 * <p>Its input x is the data: whole numbers from 0 to vocabulary − 1, as floats. A number that is none of these is an
 * {@link IllegalArgumentException} of the pass that meets it, which names the layer and the position.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Embedding {

    /** The number of different words or characters, at least 1; Keras' input_dim. */
    int vocabulary();

    /** The numbers that each is turned into, at least 1; Keras' output_dim. */
    int dimensions();

    /** What T is drawn from; fanIn is vocabulary, fanOut is dimensions. */
    Initializer initializer() default Initializer.UNIFORM;

    /** The scale c of {@link #initializer()}; by default that distribution's own. */
    float initializerScale() default Float.NaN;
}
