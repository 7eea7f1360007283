package dev.longhand.processor.layer.merge;

import dev.longhand.Style;
import dev.longhand.processor.check.ResolvedLayer.Merge;
import dev.longhand.processor.check.ResolvedLayer.Merge.Kind;
import dev.longhand.processor.check.Shape;
import dev.longhand.processor.plan.Array;
import dev.longhand.processor.plan.LayerPlan;
import dev.longhand.processor.plan.LayerSite;
import dev.longhand.processor.plan.Source;
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
public record JoinPlan(Head head, Kind kind, List<Source> xs, Array a, Array gradient, List<Optional<Array>> dxs)
        implements LayerPlan {

    /** Keeps copies of the lists. */
    public JoinPlan {
        xs = List.copyOf(xs);
        dxs = List.copyOf(dxs);
    }

    public static JoinPlan of(Merge layer, LayerSite site) {
        int count = layer.inputs().size();
        List<Source> xs = new ArrayList<>();
        List<Optional<Array>> dxs = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            xs.add(site.x(k));
            dxs.add(site.dx(k));
        }
        List<String> names = site.sourceNames();
        String formula = switch (layer.kind()) {
            case ADD -> "a = " + String.join(" + ", names);
            case MULTIPLY -> "a = " + String.join("·", names);
            case CONCAT -> "a = [" + String.join(", ", names) + "]";
        };
        return new JoinPlan(
                site.head(layer.kind().annotation(), formula, Style.LOOPS, List.of()),
                layer.kind(),
                xs,
                site.a(),
                site.gradient(),
                dxs);
    }

    /** The numbers of a sample's innermost rows: those of input k, which stand side by side in the output. */
    public int width(int k) {
        Shape shape = head.inputs().get(k);
        return shape.isFlat() ? shape.size() : shape.last();
    }
}
