package dev.longhand.processor.emit;

import dev.longhand.processor.formula.Value;
import dev.longhand.processor.plan.OneInputPlan;
import java.util.ArrayList;
import java.util.List;

/** The parameters of a backward method that hold values of the forward pass: those that it reads. */
public final class KeptValues {

    private KeptValues() {}

    /** x, z and a of a layer, without those that its backward pass doesn't read. */
    public static List<MethodParameter> of(OneInputPlan layer) {
        return of(layer, MethodParameter.array("x", layer.x().training()));
    }

    /** The same where x has another type than an array. */
    public static List<MethodParameter> of(OneInputPlan layer, MethodParameter x) {
        List<MethodParameter> kept = new ArrayList<>();
        if (layer.backwardReads(Value.X)) {
            kept.add(x);
        }
        if (layer.backwardReads(Value.Z)) {
            kept.add(MethodParameter.array("z", layer.z().orElseThrow()));
        }
        if (layer.backwardReads(Value.A)) {
            kept.add(MethodParameter.array("a", layer.a()));
        }
        return kept;
    }
}
