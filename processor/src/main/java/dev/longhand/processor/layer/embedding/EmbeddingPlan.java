package dev.longhand.processor.layer.embedding;

import dev.longhand.processor.check.ResolvedLayer;
import dev.longhand.processor.check.Shape;
import dev.longhand.processor.plan.InputArray;
import dev.longhand.processor.plan.LayerPlan;
import dev.longhand.processor.plan.PlanContext;
import dev.longhand.processor.plan.StyleRule;
import dev.longhand.processor.plan.WorkspaceArray;
import java.util.List;

/**
 * a = E[x].
 *
 * @param time the numbers of a sample
 * @param vocabulary the rows of E
 * @param dimensions the columns of E
 * @param x where x comes from
 * @param a where a goes
 * @param gradient holds da
 */
public record EmbeddingPlan(
        Head head, int time, int vocabulary, int dimensions, InputArray x, WorkspaceArray a, WorkspaceArray gradient)
        implements LayerPlan {

    public static EmbeddingPlan of(ResolvedLayer.Embedding layer, PlanContext context) {
        ParameterPlan table = context.parameter(
                "weight",
                "E",
                Shape.of(layer.vocabulary(), layer.dimensions()),
                layer.weights(),
                layer.vocabulary(),
                layer.dimensions());
        return new EmbeddingPlan(
                context.head("Embedding", "a = E[x]", StyleRule.recurrent(context.askedStyle()), List.of(table)),
                layer.input().size(),
                layer.vocabulary(),
                layer.dimensions(),
                context.x(),
                context.a(),
                context.gradient());
    }
}
