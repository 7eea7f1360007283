package dev.longhand.importer.keras;

import dev.longhand.From;
import dev.longhand.Shape;
import dev.longhand.importer.ActivationSetting;
import dev.longhand.importer.ImportedLayer;
import dev.longhand.importer.ImportedParameter;
import dev.longhand.importer.LayerSettings;
import dev.longhand.importer.LayerSettings.Convolution;
import dev.longhand.importer.MergeSettings;
import dev.longhand.importer.WindowSetting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Dense layers, embeddings, normalizations, and layers that only change shapes or join others. */
final class OtherLayers {

    private static final double KERAS_EPSILON = 1e-3;
    private static final double KERAS_MOMENTUM = 0.99;

    private OtherLayers() {}

    /** {@code Dense}, which reads the channels of each pixel of an image: a convolution of single pixels then. */
    static List<ImportedLayer> dense(KerasLayer layer) throws UnsupportedLayerException {
        LayerConfig config = layer.config();
        boolean useBias = config.flag("use_bias", true);
        layer.requireArrays(useBias ? 2 : 1);
        int units = config.integer("units", 0);
        ActivationSetting activation = Activations.of(layer).activation();
        boolean isImage = layer.input().isImage();
        LayerSettings settings = isImage
                ? new Convolution(units, WindowSetting.of(1, 1), 1, activation, useBias)
                : new LayerSettings.Dense(units, activation, useBias);
        ImportedParameter weight = isImage
                ? layer.parameter("weight", 0, 1, 1, layer.input().last(), units)
                : layer.parameter("weight", 0);
        return useBias ? layer.as(settings, weight, layer.parameter("bias", 1)) : layer.as(settings, weight);
    }

    /** {@code TimeDistributed} of a dense layer, which computes each step alone anyway. */
    static List<ImportedLayer> timeDistributed(KerasLayer layer, LayerConfig inner) throws UnsupportedLayerException {
        if (!inner.className().equals("Dense") || !layer.input().isSequence()) {
            throw new UnsupportedLayerException("only a Dense can be at each step of a sequence, not "
                    + inner.className() + " of " + layer.input());
        }
        LayerConfig named = new LayerConfig("Dense", layer.name(), inner.values());
        return dense(
                new KerasLayer(named, layer.reads(), layer.inputs(), layer.zeros(), layer.arrays(), layer.isKeras3()));
    }

    static List<ImportedLayer> embedding(KerasLayer layer) throws UnsupportedLayerException {
        LayerConfig config = layer.config();
        layer.requireArrays(1);
        return layer.as(
                new LayerSettings.Embedding(config.integer("input_dim", 0), config.integer("output_dim", 0)),
                layer.parameter("weight", 0));
    }

    static List<ImportedLayer> batchNorm(KerasLayer layer) throws UnsupportedLayerException {
        LayerConfig config = layer.config();
        layer.requireLastAxis();
        List<ImportedParameter> parameters = new ArrayList<>(affine(layer, 2));
        int next = layer.arrays().size() - 2;
        parameters.add(layer.parameter("runningMean", next));
        parameters.add(layer.parameter("runningVariance", next + 1));
        return layer.as(
                new LayerSettings.BatchNorm(
                        config.number("momentum", KERAS_MOMENTUM), config.number("epsilon", KERAS_EPSILON)),
                parameters.toArray(ImportedParameter[]::new));
    }

    static List<ImportedLayer> layerNorm(KerasLayer layer) throws UnsupportedLayerException {
        layer.requireLastAxis();
        layer.config().require("rms_scaling", false);
        return layer.as(
                new LayerSettings.LayerNorm(layer.config().number("epsilon", KERAS_EPSILON)),
                affine(layer, 0).toArray(ImportedParameter[]::new));
    }

    /** γ and β, which are 1 and 0 where Keras has none; {@code others} arrays follow them. */
    private static List<ImportedParameter> affine(KerasLayer layer, int others) throws UnsupportedLayerException {
        boolean hasScale = layer.config().flag("scale", true);
        boolean hasCenter = layer.config().flag("center", true);
        layer.requireArrays((hasScale ? 1 : 0) + (hasCenter ? 1 : 0) + others);
        int channels = layer.input().last();
        float[] ones = new float[channels];
        Arrays.fill(ones, 1);
        ImportedParameter gamma =
                hasScale ? layer.parameter("gamma", 0) : ImportedParameter.of("gamma", ones, channels);
        ImportedParameter beta = hasCenter
                ? layer.parameter("beta", hasScale ? 1 : 0)
                : ImportedParameter.of("beta", new float[channels], channels);
        return List.of(gamma, beta);
    }

    /** {@code Reshape}, with −1 for a dimension that follows from the others. */
    static List<ImportedLayer> reshape(KerasLayer layer) throws UnsupportedLayerException {
        List<Integer> target = new ArrayList<>(layer.config().flatIntegers("target_shape"));
        int size = layer.input().size();
        int product = 1;
        for (int dimension : target) {
            product *= dimension == -1 ? 1 : dimension;
        }
        if (target.isEmpty() || product <= 0 || size % product != 0) {
            throw new UnsupportedLayerException("it can't give " + layer.input() + " the shape " + target);
        }
        int rest = size / product;
        target.replaceAll(dimension -> dimension == -1 ? rest : dimension);
        return layer.as(new LayerSettings.Reshape(new Shape(target)));
    }

    /** {@code Masking} of steps of the data; where the lengths of sequences say it here, see {@link Masks}. */
    static List<ImportedLayer> masking(KerasLayer layer) throws UnsupportedLayerException {
        if (!layer.reads().get(0).equals(From.INPUT)) {
            throw new UnsupportedLayerException("it masks what a layer computes, but only steps of the data are masked here");
        }
        return List.of();
    }

    /** {@code Permute} of dimensions into the order that they have already. */
    static List<ImportedLayer> permute(KerasLayer layer) throws UnsupportedLayerException {
        List<Integer> dimensions = layer.config().flatIntegers("dims");
        for (int i = 0; i < dimensions.size(); i++) {
            if (dimensions.get(i) != i + 1) {
                throw new UnsupportedLayerException("Longhand has no layer that reorders dimensions");
            }
        }
        return List.of();
    }

    static List<ImportedLayer> join(KerasLayer layer, MergeSettings.Kind kind) throws UnsupportedLayerException {
        if (kind == MergeSettings.Kind.CONCAT) {
            layer.requireLastAxis();
        }
        return layer.as(new MergeSettings(kind));
    }

    static List<ImportedLayer> dropout(KerasLayer layer) throws UnsupportedLayerException {
        double rate = layer.config().number("rate", 0);
        return rate == 0 ? List.of() : layer.as(new LayerSettings.Dropout(rate));
    }

    static List<ImportedLayer> noise(KerasLayer layer) throws UnsupportedLayerException {
        double stddev = layer.config().number("stddev", 0);
        return stddev == 0 ? List.of() : layer.as(new LayerSettings.GaussianNoise(stddev));
    }
}
