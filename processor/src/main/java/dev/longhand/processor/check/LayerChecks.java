package dev.longhand.processor.check;

import dev.longhand.processor.check.ResolvedLayer.Merge;
import dev.longhand.processor.check.ResolvedLayer.Pool2d;
import dev.longhand.processor.check.ResolvedLayer.Recurrent;
import dev.longhand.processor.layer.convolution.Conv2dCheck;
import dev.longhand.processor.layer.dense.DenseCheck;
import dev.longhand.processor.layer.embedding.EmbeddingCheck;
import dev.longhand.processor.layer.merge.MergeCheck;
import dev.longhand.processor.layer.norm.BatchNormCheck;
import dev.longhand.processor.layer.norm.LayerNormCheck;
import dev.longhand.processor.layer.pointwise.ActivateCheck;
import dev.longhand.processor.layer.pointwise.DropoutCheck;
import dev.longhand.processor.layer.pointwise.GaussianNoiseCheck;
import dev.longhand.processor.layer.pool.Pool2dCheck;
import dev.longhand.processor.layer.recurrent.RecurrentCheck;
import dev.longhand.processor.layer.reshape.FlattenCheck;
import dev.longhand.processor.layer.reshape.InputLayerCheck;
import dev.longhand.processor.layer.reshape.ReshapeCheck;
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
