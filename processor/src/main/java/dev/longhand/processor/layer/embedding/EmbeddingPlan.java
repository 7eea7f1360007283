package dev.longhand.processor.layer.embedding;

import dev.longhand.Shape;
import dev.longhand.processor.plan.LayerArrays;
import dev.longhand.processor.plan.LayerHead;
import dev.longhand.processor.plan.OneInputPlan;
import dev.longhand.processor.plan.ParameterPlan;
import dev.longhand.processor.plan.ParameterPlan.ScaledInitialization;
import dev.longhand.processor.plan.PlanContext;
import dev.longhand.processor.plan.StyleRule;
import java.util.List;

/**
 * a = T[x].
 *
 * @param time the numbers of a sample
 * @param vocabulary the rows of T
 * @param dimensions the columns of T
 * @param table T
 */
public record EmbeddingPlan(
        LayerHead head, int time, int vocabulary, int dimensions, ParameterPlan table, LayerArrays arrays)
        implements OneInputPlan {

    /** The plan of a layer. */
    public static EmbeddingPlan of(ResolvedEmbedding layer, PlanContext context) {
        int rows = layer.vocabulary();
        int columns = layer.dimensions();
        ParameterPlan table = context.weights(
                "weight", "T", Shape.of(rows, columns), new ScaledInitialization(layer.weights(), rows, columns));
        return new EmbeddingPlan(
                context.head(EmbeddingFormulas.LAYER, StyleRule.recurrent(context.declaredStyle()), List.of(table)),
                layer.input().size(),
                rows,
                columns,
                table,
                context.arrays());
    }
}
