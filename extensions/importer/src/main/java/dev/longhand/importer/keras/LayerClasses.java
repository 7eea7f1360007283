package dev.longhand.importer.keras;

import dev.longhand.importer.ImportedLayer;
import dev.longhand.importer.LayerSettings.Flatten;
import dev.longhand.importer.LayerSettings.PoolKind;
import dev.longhand.importer.MergeSettings;
import dev.longhand.importer.RecurrentSettings.Cell;
import java.util.List;
import java.util.Set;

/** The classes of Keras' layers that can be declared. */
final class LayerClasses {

    /** Those that have weights. */
    static final Set<String> WITH_WEIGHTS = Set.of(
            "Dense",
            "Conv1D",
            "Conv2D",
            "DepthwiseConv1D",
            "DepthwiseConv2D",
            "SeparableConv1D",
            "SeparableConv2D",
            "BatchNormalization",
            "LayerNormalization",
            "Embedding",
            "PReLU",
            "SimpleRNN",
            "GRU",
            "LSTM");

    private LayerClasses() {}

    /** The layers of Longhand that a layer of Keras is; none if it has no effect. */
    static List<ImportedLayer> convert(KerasLayer layer) throws UnsupportedLayerException {
        return switch (layer.config().className()) {
            case "Dense" -> OtherLayers.dense(layer);
            case "Conv1D", "Convolution1D" -> Convolutions.convolution(layer, 1);
            case "Conv2D", "Convolution2D" -> Convolutions.convolution(layer, 2);
            case "DepthwiseConv1D" -> Convolutions.depthwise(layer, 1);
            case "DepthwiseConv2D" -> Convolutions.depthwise(layer, 2);
            case "SeparableConv1D" -> Convolutions.separable(layer, 1);
            case "SeparableConv2D" -> Convolutions.separable(layer, 2);
            case "MaxPooling1D" -> Pools.pool(layer, PoolKind.MAX, 1);
            case "MaxPooling2D" -> Pools.pool(layer, PoolKind.MAX, 2);
            case "AveragePooling1D" -> Pools.pool(layer, PoolKind.AVERAGE, 1);
            case "AveragePooling2D" -> Pools.pool(layer, PoolKind.AVERAGE, 2);
            case "GlobalMaxPooling1D" -> Pools.global(layer, PoolKind.MAX, 1);
            case "GlobalMaxPooling2D" -> Pools.global(layer, PoolKind.MAX, 2);
            case "GlobalAveragePooling1D" -> Pools.global(layer, PoolKind.AVERAGE, 1);
            case "GlobalAveragePooling2D" -> Pools.global(layer, PoolKind.AVERAGE, 2);
            case "BatchNormalization", "BatchNormalizationV1" -> OtherLayers.batchNorm(layer);
            case "LayerNormalization" -> OtherLayers.layerNorm(layer);
            case "Embedding" -> OtherLayers.embedding(layer);
            case "SimpleRNN" -> RecurrentLayers.layer(layer, Cell.RNN);
            case "GRU" -> RecurrentLayers.layer(layer, Cell.GRU);
            case "LSTM" -> RecurrentLayers.layer(layer, Cell.LSTM);
            case "Activation", "ReLU", "LeakyReLU", "ELU", "PReLU", "Softmax" -> Activations.layer(layer);
            case "Flatten" -> layer.as(new Flatten());
            case "Reshape" -> OtherLayers.reshape(layer);
            case "Permute" -> OtherLayers.permute(layer);
            case "Dropout" -> OtherLayers.dropout(layer);
            case "GaussianNoise" -> OtherLayers.noise(layer);
            case "Masking" -> OtherLayers.masking(layer);
            case "Add", "Average" -> OtherLayers.join(layer, MergeSettings.Kind.ADD);
            case "Multiply" -> OtherLayers.join(layer, MergeSettings.Kind.MULTIPLY);
            case "Concatenate" -> OtherLayers.join(layer, MergeSettings.Kind.CONCAT);
            case "Identity" -> List.of();
            case "Rescaling", "Normalization" ->
                throw new UnsupportedLayerException(
                        "it scales the data: scale samples before they are predicted, and save the model without it");
            case "Sequential", "Functional", "Model" ->
                throw new UnsupportedLayerException("it's a model within the model: save one model of all layers");
            default -> throw new UnsupportedLayerException("Longhand has no such layer");
        };
    }
}
