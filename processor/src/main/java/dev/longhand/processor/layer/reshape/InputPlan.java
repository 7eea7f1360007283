package dev.longhand.processor.layer.reshape;

import dev.longhand.Style;
import dev.longhand.processor.formula.Value;
import dev.longhand.processor.plan.LayerHead;
import dev.longhand.processor.plan.LayerPlan;
import dev.longhand.processor.plan.PlanContext;
import dev.longhand.processor.plan.WorkspaceArray;
import java.util.List;
import java.util.Set;

/**
 * a = the numbers of each sample from {@code offset} on; the data itself if that's all of them.
 *
 * @param in the numbers of a sample
 * @param offset the index of the part's first number in a sample
 * @param x the samples
 * @param a the part
 */
public record InputPlan(LayerHead head, int in, int offset, WorkspaceArray x, WorkspaceArray a) implements LayerPlan {

    /** The plan of a layer. */
    public static InputPlan of(ResolvedInput layer, PlanContext context) {
        int size = layer.output().size();
        int offset = context.layersBefore().stream()
                .filter(ResolvedInput.class::isInstance)
                .mapToInt(part -> part.output().size())
                .sum();
        String part = offset == 0 ? " up to number " + size : " from number " + (offset + 1) + " on";
        WorkspaceArray x = context.x(0).training();
        return new InputPlan(
                context.plainHead(layer.isWhole() ? "a = x" : "a = x" + part, Style.LOOPS, List.of()),
                layer.input().size(),
                offset,
                x,
                layer.isWhole() ? x : context.a());
    }

    /** The numbers of the part. */
    public int size() {
        return head.output().size();
    }

    @Override
    public Set<Value> backwardReads() {
        return Set.of();
    }

    @Override
    public boolean isView() {
        return size() == in;
    }
}
