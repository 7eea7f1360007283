package dev.longhand.processor.check;

import dev.longhand.processor.check.ResolvedLayer.Merge;
import dev.longhand.processor.check.ResolvedLayer.Pool2d;
import dev.longhand.processor.check.ResolvedLayer.Recurrent;
import java.util.List;

/** The rules of every kind of layer. */
final class LayerChecks {

    /** A new kind of layer adds a line. */
    private static final List<LayerCheck> ALL = List.of(
            new DenseCheck(), //
            new ActivateCheck(),
            new DropoutCheck(),
            new FlattenCheck(),
            new ReshapeCheck(),
            new BatchNormCheck(),
            new LayerNormCheck(),
            new GaussianNoiseCheck(),
            new InputLayerCheck(),
            new Conv2dCheck(),
            new Pool2dCheck(Pool2d.Kind.MAX),
            new Pool2dCheck(Pool2d.Kind.AVERAGE),
            new Pool2dCheck(Pool2d.Kind.GLOBAL_AVERAGE),
            new Pool2dCheck(Pool2d.Kind.STOCHASTIC),
            new EmbeddingCheck(),
            new RecurrentCheck(Recurrent.Cell.RNN),
            new RecurrentCheck(Recurrent.Cell.GRU),
            new RecurrentCheck(Recurrent.Cell.LSTM),
            new MergeCheck(Merge.Kind.ADD),
            new MergeCheck(Merge.Kind.CONCAT),
            new MergeCheck(Merge.Kind.MULTIPLY));

    private LayerChecks() {}

    /** The rules of the kind that the annotation of this simple name declares. */
    static LayerCheck of(String annotation) {
        return ALL.stream()
                .filter(rules -> rules.annotation().equals(annotation))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no rules for @" + annotation));
    }
}
