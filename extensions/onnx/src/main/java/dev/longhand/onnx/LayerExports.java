package dev.longhand.onnx;

import dev.longhand.model.LayerInfo;
import java.util.Map;
import java.util.Optional;

/** How each kind of layer is written. A new kind adds a line. */
final class LayerExports {

    private static final Map<String, LayerExport> BY_KIND = Map.ofEntries(
            Map.entry("Dense", new DenseExport()),
            Map.entry("Conv1d", new ConvolutionExport()),
            Map.entry("Conv2d", new ConvolutionExport()),
            Map.entry("MaxPool1d", PoolExport.MAX),
            Map.entry("MaxPool2d", PoolExport.MAX),
            Map.entry("AvgPool1d", PoolExport.AVERAGE),
            Map.entry("AvgPool2d", PoolExport.AVERAGE),
            Map.entry("GlobalAvgPool2d", PoolExport.GLOBAL_AVERAGE),
            Map.entry("StochasticPool2d", PoolExport.STOCHASTIC),
            Map.entry("BatchNorm", NormExport.BATCH),
            Map.entry("LayerNorm", NormExport.LAYER),
            Map.entry("Rnn", RecurrentExport.RNN),
            Map.entry("Gru", RecurrentExport.GRU),
            Map.entry("Lstm", RecurrentExport.LSTM),
            Map.entry("Embedding", new EmbeddingExport()),
            Map.entry("Activate", PointwiseExport.ACTIVATE),
            Map.entry("Dropout", PointwiseExport.DROPOUT),
            Map.entry("GaussianNoise", PointwiseExport.NOISE),
            Map.entry("Flatten", ViewExport.FLATTEN),
            Map.entry("Reshape", ViewExport.RESHAPE),
            Map.entry("Add", MergeExport.ADD),
            Map.entry("Concat", MergeExport.CONCAT),
            Map.entry("Multiply", MergeExport.MULTIPLY));

    private LayerExports() {}

    /** What ONNX can't express of a layer, as the end of a sentence; nothing if it can. */
    static Optional<String> refusal(LayerInfo layer) {
        LayerExport export = BY_KIND.get(layer.kind());
        return export == null ? Optional.of("is of a kind that has no ONNX operators here") : export.refusal(layer);
    }

    /** Writes the nodes of a layer that isn't refused. */
    static Tensor write(LayerNodes layer) {
        LayerExport export = BY_KIND.get(layer.info().kind());
        if (export == null) {
            throw new IllegalStateException(layer.info().kind() + " should have been refused");
        }
        return export.write(layer);
    }
}
