package dev.longhand.processor.layer.merge;

import dev.longhand.Shape;
import dev.longhand.Style;
import dev.longhand.processor.formula.Value;
import dev.longhand.processor.layer.merge.ResolvedMerge.Kind;
import dev.longhand.processor.plan.InputArray;
import dev.longhand.processor.plan.LayerHead;
import dev.longhand.processor.plan.LayerPlan;
import dev.longhand.processor.plan.PlanContext;
import dev.longhand.processor.plan.WorkspaceArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Layers joined into one.
 *
 * @param kind how
 * @param xs the inputs
 * @param gradient da
 * @param dxs the gradient with respect to each input, if any parameter depends on that
 * @param backwardReads whether the backward pass reads the inputs
 */
public record MergePlan(
        LayerHead head,
        Kind kind,
        List<InputArray> xs,
        WorkspaceArray a,
        WorkspaceArray gradient,
        List<Optional<WorkspaceArray>> dxs,
        Set<Value> backwardReads)
        implements LayerPlan {

    public MergePlan {
        xs = List.copyOf(xs);
        dxs = List.copyOf(dxs);
        backwardReads = Set.copyOf(backwardReads);
    }

    /** The plan of a layer. */
    public static MergePlan of(ResolvedMerge layer, PlanContext context) {
        List<InputArray> xs = new ArrayList<>();
        List<Optional<WorkspaceArray>> dxs = new ArrayList<>();
        for (int k = 0; k < layer.inputs().size(); k++) {
            xs.add(context.x(k));
            dxs.add(context.dx(k));
        }
        return new MergePlan(
                context.head("a = " + MergeFormulas.join(layer.kind(), context.sourceNames()), Style.LOOPS, List.of()),
                layer.kind(),
                xs,
                context.a(),
                context.gradient(),
                dxs,
                context.backwardReads());
    }

    /** The size of an innermost row of input k; the rows of all inputs are concatenated in the output. */
    public int width(int k) {
        Shape shape = head.inputs().get(k);
        return shape.isFlat() ? shape.size() : shape.last();
    }
}
