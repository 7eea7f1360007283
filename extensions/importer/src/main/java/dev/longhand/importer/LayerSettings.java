package dev.longhand.importer;

import dev.longhand.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The kind of a layer with the values of its annotation's attributes, which are documented in {@link dev.longhand.layer}.
 * What only matters before training, such as initializers, isn't set.
 */
public sealed interface LayerSettings
        permits LayerSettings.Dense,
                LayerSettings.Convolution,
                LayerSettings.Pool,
                LayerSettings.GlobalAveragePool,
                LayerSettings.BatchNorm,
                LayerSettings.LayerNorm,
                LayerSettings.Embedding,
                LayerSettings.Flatten,
                LayerSettings.Reshape,
                LayerSettings.Activate,
                LayerSettings.Dropout,
                LayerSettings.GaussianNoise,
                LayerSettings.Input,
                RecurrentSettings,
                MergeSettings {

    /** The simple name of the annotation: {@code Dense}. */
    String annotation();

    /** Those of its attributes that aren't the default. */
    Attributes attributes();

    /**
     * The shape of one sample of the output.
     *
     * @param inputs the shapes of what the layer reads, at least one but for an input layer
     * @throws IllegalArgumentException if it can't read these shapes
     */
    Shape output(List<Shape> inputs);

    /** The names and shapes of its arrays, in their order; those that aren't trained are named {@code running…}. */
    default Map<String, Shape> arrays(List<Shape> inputs) {
        return Map.of();
    }

    /** The activation that is part of the layer, if there is one. */
    default Optional<ActivationSetting> function() {
        return Optional.empty();
    }

    /** {@link dev.longhand.layer.Dense}. */
    record Dense(int units, ActivationSetting activation, boolean useBias) implements LayerSettings {
        @Override
        public String annotation() {
            return "Dense";
        }

        @Override
        public Attributes attributes() {
            Attributes written =
                    new Attributes().add("units", units).addActivation(activation, ActivationSetting.IDENTITY);
            return useBias ? written : written.addFlag("useBias", false);
        }

        @Override
        public Shape output(List<Shape> inputs) {
            ShapeRules.require(!inputs.get(0).isImage(), "a dense layer", inputs);
            return inputs.get(0).withLast(units);
        }

        @Override
        public Map<String, Shape> arrays(List<Shape> inputs) {
            Map<String, Shape> arrays = new LinkedHashMap<>();
            arrays.put("weight", Shape.of(inputs.get(0).last(), units));
            ShapeRules.putIf(useBias, arrays, "bias", units);
            return arrays;
        }

        @Override
        public Optional<ActivationSetting> function() {
            return Optional.of(activation);
        }
    }

    /** {@link dev.longhand.layer.Conv1d} or {@link dev.longhand.layer.Conv2d}, by the window's dimensions. */
    record Convolution(int filters, WindowSetting kernel, int groups, ActivationSetting activation, boolean useBias)
            implements LayerSettings {
        @Override
        public String annotation() {
            return "Conv" + kernel.dimensions() + "d";
        }

        @Override
        public Attributes attributes() {
            Attributes written = new Attributes().add("filters", filters).addPair("kernel", kernel.size());
            ShapeRules.addUnlessOnes(written, "stride", kernel.stride());
            written.addPadding(kernel.padding());
            ShapeRules.addUnlessOnes(written, "dilation", kernel.dilation());
            ShapeRules.addUnlessOnes(written, "groups", List.of(groups));
            written.addActivation(activation, ActivationSetting.IDENTITY);
            return useBias ? written : written.addFlag("useBias", false);
        }

        @Override
        public Shape output(List<Shape> inputs) {
            ShapeRules.requireDivisible(groups, inputs.get(0).last(), filters);
            return ShapeRules.slide(kernel, "a convolution", inputs, filters);
        }

        @Override
        public Map<String, Shape> arrays(List<Shape> inputs) {
            Map<String, Shape> arrays = new LinkedHashMap<>();
            arrays.put("weight", ShapeRules.kernel(kernel, inputs.get(0).last() / groups, filters));
            ShapeRules.putIf(useBias, arrays, "bias", filters);
            return arrays;
        }

        @Override
        public Optional<ActivationSetting> function() {
            return Optional.of(activation);
        }
    }

    /** How a pool is computed. */
    enum PoolKind {
        MAX("MaxPool"),
        AVERAGE("AvgPool"),
        /** Of images only. */
        STOCHASTIC("StochasticPool");

        final String annotation;

        PoolKind(String annotation) {
            this.annotation = annotation;
        }
    }

    /** A pool of sequences or images by the window's dimensions; its dilation is 1. */
    record Pool(PoolKind kind, WindowSetting pool) implements LayerSettings {
        @Override
        public String annotation() {
            return kind.annotation + pool.dimensions() + "d";
        }

        @Override
        public Attributes attributes() {
            Attributes written = new Attributes();
            if (pool.size().stream().anyMatch(size -> size != 2)) {
                written.addPair("size", pool.size());
            }
            if (!pool.stride().equals(pool.size())) {
                written.addPair("stride", pool.stride());
            }
            return written.addPadding(pool.padding());
        }

        @Override
        public Shape output(List<Shape> inputs) {
            return ShapeRules.slide(pool, "a pool", inputs, inputs.get(0).last());
        }
    }

    /** {@link dev.longhand.layer.GlobalAvgPool2d}. */
    record GlobalAveragePool() implements LayerSettings {
        @Override
        public String annotation() {
            return "GlobalAvgPool2d";
        }

        @Override
        public Attributes attributes() {
            return new Attributes();
        }

        @Override
        public Shape output(List<Shape> inputs) {
            ShapeRules.require(inputs.get(0).isImage(), "a global pool", inputs);
            return Shape.of(inputs.get(0).last());
        }
    }

    /**
     * {@link dev.longhand.layer.BatchNorm}.
     *
     * @param momentum the share of the running statistics that each step keeps
     */
    record BatchNorm(double momentum, double epsilon) implements LayerSettings {
        @Override
        public String annotation() {
            return "BatchNorm";
        }

        @Override
        public Attributes attributes() {
            Attributes written = new Attributes();
            if ((float) momentum != 0.9f) {
                written.addNumber("momentum", momentum);
            }
            return (float) epsilon == 1e-5f ? written : written.addNumber("epsilon", epsilon);
        }

        @Override
        public Shape output(List<Shape> inputs) {
            return inputs.get(0);
        }

        @Override
        public Map<String, Shape> arrays(List<Shape> inputs) {
            return ShapeRules.rows(inputs.get(0).last(), "gamma", "beta", "runningMean", "runningVariance");
        }
    }

    /** {@link dev.longhand.layer.LayerNorm}. */
    record LayerNorm(double epsilon) implements LayerSettings {
        @Override
        public String annotation() {
            return "LayerNorm";
        }

        @Override
        public Attributes attributes() {
            Attributes written = new Attributes();
            return (float) epsilon == 1e-5f ? written : written.addNumber("epsilon", epsilon);
        }

        @Override
        public Shape output(List<Shape> inputs) {
            ShapeRules.require(inputs.get(0).last() > 1, "a layer norm, whose last dimension is at least 2,", inputs);
            return inputs.get(0);
        }

        @Override
        public Map<String, Shape> arrays(List<Shape> inputs) {
            return ShapeRules.rows(inputs.get(0).last(), "gamma", "beta");
        }
    }

    /** {@link dev.longhand.layer.Embedding}. */
    record Embedding(int vocabulary, int dimensions) implements LayerSettings {
        @Override
        public String annotation() {
            return "Embedding";
        }

        @Override
        public Attributes attributes() {
            return new Attributes().add("vocabulary", vocabulary).add("dimensions", dimensions);
        }

        @Override
        public Shape output(List<Shape> inputs) {
            ShapeRules.require(inputs.get(0).isFlat(), "an embedding", inputs);
            return Shape.of(inputs.get(0).last(), dimensions);
        }

        @Override
        public Map<String, Shape> arrays(List<Shape> inputs) {
            return Map.of("weight", Shape.of(vocabulary, dimensions));
        }
    }

    /** {@link dev.longhand.layer.Flatten}. */
    record Flatten() implements LayerSettings {
        @Override
        public String annotation() {
            return "Flatten";
        }

        @Override
        public Attributes attributes() {
            return new Attributes();
        }

        @Override
        public Shape output(List<Shape> inputs) {
            return Shape.of(inputs.get(0).size());
        }
    }

    /** {@link dev.longhand.layer.Reshape}. */
    record Reshape(Shape shape) implements LayerSettings {
        @Override
        public String annotation() {
            return "Reshape";
        }

        @Override
        public Attributes attributes() {
            return new Attributes().addShape("value", shape);
        }

        @Override
        public Shape output(List<Shape> inputs) {
            ShapeRules.require(shape.size() == inputs.get(0).size(), "a reshape to " + shape, inputs);
            return shape;
        }
    }

    /** {@link dev.longhand.layer.Activate}. */
    record Activate(ActivationSetting activation) implements LayerSettings {
        @Override
        public String annotation() {
            return "Activate";
        }

        @Override
        public Attributes attributes() {
            return new Attributes().addFunction("value", activation);
        }

        @Override
        public Shape output(List<Shape> inputs) {
            return inputs.get(0);
        }

        @Override
        public Optional<ActivationSetting> function() {
            return Optional.of(activation);
        }
    }

    /** {@link dev.longhand.layer.Dropout}. */
    record Dropout(double rate) implements LayerSettings {
        @Override
        public String annotation() {
            return "Dropout";
        }

        @Override
        public Attributes attributes() {
            return new Attributes().addNumber("rate", rate);
        }

        @Override
        public Shape output(List<Shape> inputs) {
            return inputs.get(0);
        }
    }

    /** {@link dev.longhand.layer.GaussianNoise}. */
    record GaussianNoise(double stddev) implements LayerSettings {
        @Override
        public String annotation() {
            return "GaussianNoise";
        }

        @Override
        public Attributes attributes() {
            return new Attributes().addNumber("stddev", stddev);
        }

        @Override
        public Shape output(List<Shape> inputs) {
            return inputs.get(0);
        }
    }

    /** {@link dev.longhand.layer.Input}. */
    record Input(Shape shape) implements LayerSettings {
        @Override
        public String annotation() {
            return "Input";
        }

        @Override
        public Attributes attributes() {
            return new Attributes().addShape("value", shape);
        }

        @Override
        public Shape output(List<Shape> inputs) {
            return shape;
        }
    }
}
