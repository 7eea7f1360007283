package dev.longhand.processor.layer.norm;

import com.palantir.javapoet.FieldSpec;
import dev.longhand.processor.check.Names;
import dev.longhand.processor.emit.Layout;
import dev.longhand.processor.emit.RuntimeTypes;
import dev.longhand.processor.plan.LayerPlan;
import dev.longhand.processor.plan.LayerPlan.StatePlan;
import dev.longhand.processor.plan.Literals;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The constant that describes a normalization to kernels: its sizes, and where its parameters and state lie. */
final class NormShape {

    private NormShape() {}

    // /** norm: positions of a sample, channels and ε; where γ, β and the running μ begin. */
    // private static final Normalization NORM_SHAPE = Normalization.of(196, 16, 0.00001f)
    //         .parameters(NORM_GAMMA, NORM_BETA).state(NORM_MEAN);
    static FieldSpec constant(LayerPlan.Head head, int positions, int channels, float epsilon, List<StatePlan> state) {
        return FieldSpec.builder(
                        RuntimeTypes.NORMALIZATION, name(head), Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc(
                        "$L",
                        Layout.javadoc(head.name() + ": positions of a sample, channels and ε; where γ"
                                + (state.isEmpty() ? " and β begin." : ", β and the running μ begin.")))
                .initializer(
                        "$T.of($L, $L, $L)$Z.parameters($L, $L)$L",
                        RuntimeTypes.NORMALIZATION,
                        positions,
                        channels,
                        Literals.of(epsilon),
                        head.parameters().get(0).constant(),
                        head.parameters().get(1).constant(),
                        state.isEmpty() ? "" : ".state(" + state.get(0).constant() + ")")
                .build();
    }

    static String name(LayerPlan.Head head) {
        return Names.constant(head.constant(), "SHAPE");
    }
}
