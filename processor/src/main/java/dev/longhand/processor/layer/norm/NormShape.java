package dev.longhand.processor.layer.norm;

import com.palantir.javapoet.CodeBlock;
import dev.longhand.processor.check.ConstantNames;
import dev.longhand.processor.emit.GeneratedConstant;
import dev.longhand.processor.emit.RuntimeTypes;
import dev.longhand.processor.formula.Literals;
import dev.longhand.processor.plan.LayerHead;

/** The constant that tells kernels what a normalization normalizes. */
final class NormShape {

    private NormShape() {}

    // /** What norm normalizes: places of a sample, channels, ε. */
    // private static final Normalization NORM_SHAPE = new Normalization(196, 16, 1.0E-5f);
    static GeneratedConstant constant(LayerHead head, NormSize size) {
        return new GeneratedConstant(
                RuntimeTypes.NORMALIZATION,
                name(head),
                "What " + head.name() + " normalizes: places of a sample, channels, ε.",
                CodeBlock.of(
                        "new $T($L, $L, $L)",
                        RuntimeTypes.NORMALIZATION,
                        size.positions(),
                        size.channels(),
                        Literals.of(size.epsilon())));
    }

    static String name(LayerHead head) {
        return ConstantNames.of(head.constant(), "SHAPE");
    }
}
