package dev.longhand.processor.layer.merge;

import dev.longhand.Style;
import dev.longhand.processor.check.ResolvedLayer.Merge;
import dev.longhand.processor.check.ResolvedLayer.Merge.Kind;
import dev.longhand.processor.check.Shape;
import dev.longhand.processor.plan.InputArray;
import dev.longhand.processor.plan.LayerPlan;
import dev.longhand.processor.plan.PlanContext;
import dev.longhand.processor.plan.WorkspaceArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Layers joined into one.
 *
 * @param kind how
 * @param xs where each comes from
 * @param a where a goes
 * @param gradient holds da
 * @param dxs where the gradient in each goes, if anybody needs it
 */
public record MergePlan(
        Head head,
        Kind kind,
        List<InputArray> xs,
        WorkspaceArray a,
        WorkspaceArray gradient,
        List<Optional<WorkspaceArray>> dxs)
        implements LayerPlan {

    /** Keeps copies of the lists. */
    public MergePlan {
        xs = List.copyOf(xs);
        dxs = List.copyOf(dxs);
    }

    public static MergePlan of(Merge layer, PlanContext context) {
        int count = layer.inputs().size();
        List<InputArray> xs = new ArrayList<>();
        List<Optional<WorkspaceArray>> dxs = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            xs.add(context.x(k));
            dxs.add(context.dx(k));
        }
        List<String> names = context.sourceNames();
        String formula = switch (layer.kind()) {
            case ADD -> "a = " + String.join(" + ", names);
            case MULTIPLY -> "a = " + String.join("·", names);
            case CONCAT -> "a = [" + String.join(", ", names) + "]";
        };
        return new MergePlan(
                context.head(layer.kind().annotation(), formula, Style.LOOPS, List.of()),
                layer.kind(),
                xs,
                context.a(),
                context.gradient(),
                dxs);
    }

    /** The numbers of a sample's innermost rows: those of input k, which stand side by side in the output. */
    public int width(int k) {
        Shape shape = head.inputs().get(k);
        return shape.isFlat() ? shape.size() : shape.last();
    }
}
