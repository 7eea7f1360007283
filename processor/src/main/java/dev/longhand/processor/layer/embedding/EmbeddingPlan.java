package dev.longhand.processor.layer.embedding;

import dev.longhand.processor.check.ResolvedLayer;
import dev.longhand.processor.check.Shape;
import dev.longhand.processor.plan.Array;
import dev.longhand.processor.plan.LayerPlan;
import dev.longhand.processor.plan.LayerSite;
import dev.longhand.processor.plan.Source;
import dev.longhand.processor.plan.StyleRule;
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
public record EmbeddingPlan(Head head, int time, int vocabulary, int dimensions, Source x, Array a, Array gradient)
        implements LayerPlan {

    public static EmbeddingPlan of(ResolvedLayer.Embedding layer, LayerSite site) {
        ParameterPlan table = site.parameter(
                "weight",
                "E",
                Shape.of(layer.vocabulary(), layer.dimensions()),
                layer.weights(),
                layer.vocabulary(),
                layer.dimensions());
        return new EmbeddingPlan(
                site.head("Embedding", "a = E[x]", StyleRule.recurrent(site.askedStyle()), List.of(table)),
                layer.input().size(),
                layer.vocabulary(),
                layer.dimensions(),
                site.x(),
                site.a(),
                site.gradient());
    }
}
