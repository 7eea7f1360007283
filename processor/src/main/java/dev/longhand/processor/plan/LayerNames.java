package dev.longhand.processor.plan;

import dev.longhand.processor.check.ConstantNames;
import java.lang.annotation.Annotation;
import java.util.Locale;

/**
 * What a layer is called.
 *
 * @param annotation the annotation that declares it
 * @param name as declared
 */
public record LayerNames(Class<? extends Annotation> annotation, String name) {

    /** The constant of its index: {@code LAYER_HIDDEN_1}. */
    public String constant() {
        return ConstantNames.layer(name);
    }

    /** The constant that describes it to kernels: {@code HIDDEN_1}. */
    public String descriptor() {
        return ConstantNames.of(name);
    }

    /** What its methods' names end in: {@code Hidden1}. */
    public String suffix() {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** The simple name of its annotation. */
    public String kind() {
        return annotation.getSimpleName();
    }
}
