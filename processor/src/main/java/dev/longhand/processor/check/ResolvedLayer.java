package dev.longhand.processor.check;

import dev.longhand.Settings;
import dev.longhand.Shape;
import java.lang.annotation.Annotation;
import java.util.List;

/** A layer with all its attributes in force and its shapes known; each kind has a record in its package. */
public interface ResolvedLayer {

    /** The annotation that declares it. */
    Class<? extends Annotation> annotation();

    /** The name of the declaring method. */
    String name();

    /** The input shape of one sample; for a layer that reads several, of the first. */
    Shape input();

    /** The input shapes, one for each layer that it reads. */
    default List<Shape> inputs() {
        return List.of(input());
    }

    /** The output shape of one sample. */
    Shape output();

    /** What its shapes and parameters don't tell, by the names of its annotation's attributes. */
    Settings settings();
}
