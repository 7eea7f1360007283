package dev.longhand.processor.layer.norm;

import com.palantir.javapoet.FieldSpec;
import dev.longhand.processor.check.ConstantNames;
import dev.longhand.processor.emit.Layout;
import dev.longhand.processor.emit.RuntimeTypes;
import dev.longhand.processor.formula.Literals;
import dev.longhand.processor.plan.LayerHead;
import javax.lang.model.element.Modifier;

/** The constant that tells kernels what a normalization is of. */
final class NormShape {

    private NormShape() {}

    // /** What norm normalizes: places of a sample, channels, ε. */
    // private static final Normalization NORM_SHAPE = new Normalization(196, 16, 1.0E-5f);
    static FieldSpec constant(LayerHead head, int positions, int channels, float epsilon) {
        return FieldSpec.builder(
                        RuntimeTypes.NORMALIZATION, name(head), Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc(
                        "$L", Layout.javadoc("What " + head.name() + " normalizes: places of a sample, channels, ε."))
                .initializer(
                        "new $T($L, $L, $L)", RuntimeTypes.NORMALIZATION, positions, channels, Literals.of(epsilon))
                .build();
    }

    static String name(LayerHead head) {
        return ConstantNames.of(head.constant(), "SHAPE");
    }
}
