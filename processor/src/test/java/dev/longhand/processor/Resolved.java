package dev.longhand.processor;

import dev.longhand.Activation;
import dev.longhand.Initializer;
import dev.longhand.Loss;
import dev.longhand.Shape;
import dev.longhand.Style;
import dev.longhand.processor.check.ActivationFunction;
import dev.longhand.processor.check.AffineInitialization;
import dev.longhand.processor.check.Initialization;
import dev.longhand.processor.check.LossSettings;
import dev.longhand.processor.check.ModelClass;
import dev.longhand.processor.check.OutputLoss;
import dev.longhand.processor.check.ResolvedLayer;
import dev.longhand.processor.check.ResolvedNetwork;
import dev.longhand.processor.check.Window;
import dev.longhand.processor.layer.convolution.ResolvedFilters;
import dev.longhand.processor.layer.dense.ResolvedDense;
import dev.longhand.processor.layer.merge.ResolvedMerge;
import dev.longhand.processor.layer.norm.ResolvedBatchNorm;
import dev.longhand.processor.layer.pointwise.ResolvedActivate;
import dev.longhand.processor.layer.pointwise.ResolvedDropout;
import dev.longhand.processor.layer.pool.ResolvedPooling;
import dev.longhand.processor.layer.recurrent.ResolvedRecurrent;
import dev.longhand.processor.layer.recurrent.ResolvedRecurrent.Cell;
import dev.longhand.processor.layer.recurrent.ResolvedRecurrent.RecurrentInitialization;
import dev.longhand.processor.layer.reshape.ResolvedFlatten;
import dev.longhand.processor.layer.reshape.ResolvedInput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Builds checked networks without a compiler. */
public final class Resolved {

    private final Shape input;
    private final List<ResolvedLayer> layers = new ArrayList<>();

    /** Of those that don't just read the one before. */
    private final Map<Integer, List<Integer>> sources = new HashMap<>();

    private Resolved(Shape input) {
        this.input = input;
    }

    /** A network whose samples have this shape. */
    public static Resolved input(int... dimensions) {
        return new Resolved(Shape.of(dimensions));
    }

    /** Adds a dense layer with default starts. */
    public Resolved dense(String name, int units, Activation activation) {
        Initialization weights = new Initialization(Initializer.GLOROT_UNIFORM, 1, List.of());
        Initialization bias = new Initialization(Initializer.ZEROS, 1, List.of());
        ActivationFunction function = new ActivationFunction(activation, activation.defaultSlope());
        layers.add(new ResolvedDense(
                name, shape(), units, function, new AffineInitialization(weights, Optional.of(bias))));
        return this;
    }

    /** Adds an activation. */
    public Resolved activate(String name, Activation activation) {
        layers.add(new ResolvedActivate(name, shape(), new ActivationFunction(activation, activation.defaultSlope())));
        return this;
    }

    /** Adds dropout of a half. */
    public Resolved dropout(String name) {
        layers.add(new ResolvedDropout(name, shape(), 0.5f));
        return this;
    }

    /** Adds a change of shape. */
    public Resolved flatten(String name) {
        layers.add(new ResolvedFlatten(name, shape()));
        return this;
    }

    /** Adds a convolution of the same size, 3×3. */
    public Resolved convolution(String name, int filters, Activation activation) {
        Initialization weights = new Initialization(Initializer.GLOROT_UNIFORM, 1, List.of());
        Window.Axis axis = new Window.Axis(3, 1, 1, 1, 1);
        ActivationFunction function = new ActivationFunction(activation, activation.defaultSlope());
        AffineInitialization start = new AffineInitialization(weights, Optional.empty());
        layers.add(new ResolvedFilters(name, shape(), filters, new Window(axis, axis), 1, function, start));
        return this;
    }

    /** Adds max-pooling of 2×2. */
    public Resolved maxPool(String name) {
        Window.Axis axis = new Window.Axis(2, 2, 1, 0, 0);
        layers.add(new ResolvedPooling(name, ResolvedPooling.Kind.MAX, shape(), new Window(axis, axis)));
        return this;
    }

    /** Adds batch norm. */
    public Resolved batchNorm(String name) {
        layers.add(new ResolvedBatchNorm(name, shape(), 0.9f, 1e-5f));
        return this;
    }

    /** Adds a simple recurrent layer that gives its last state. */
    public Resolved rnn(String name, int units, Activation activation) {
        Initialization weights = new Initialization(Initializer.GLOROT_UNIFORM, 1, List.of());
        ActivationFunction function = new ActivationFunction(activation, activation.defaultSlope());
        RecurrentInitialization start = new RecurrentInitialization(weights, weights, Optional.empty());
        layers.add(new ResolvedRecurrent(name, Cell.RNN, shape(), units, false, function, start));
        return this;
    }

    /** Adds a part of the data. */
    public Resolved input(String name, int... dimensions) {
        layers.add(new ResolvedInput(name, input, Shape.of(dimensions)));
        sources.put(layers.size() - 1, List.of(-1));
        return this;
    }

    /** Adds layers joined into one. */
    public Resolved merge(String name, ResolvedMerge.Kind kind, Integer... read) {
        layers.add(new ResolvedMerge(
                name, kind, Stream.of(read).map(k -> layers.get(k).output()).toList()));
        sources.put(layers.size() - 1, List.of(read));
        return this;
    }

    /** Lets the layer added last read another than the one before it; it must have the same shape. */
    public Resolved from(int read) {
        sources.put(layers.size() - 1, List.of(read));
        return this;
    }

    /** The network, to be written in the styles measured fastest. */
    public ResolvedNetwork loss(Loss loss) {
        return loss(loss, Style.AUTO);
    }

    /** The network. */
    public ResolvedNetwork loss(Loss loss, Style style) {
        return network(style, new OutputLoss(layers.size() - 1, loss, 0, 1, 1));
    }

    /** The network with several outputs, to be written in the styles measured fastest. */
    public ResolvedNetwork outputs(OutputLoss... outputs) {
        return network(Style.AUTO, outputs);
    }

    private ResolvedNetwork network(Style style, OutputLoss... outputs) {
        ModelClass model = new ModelClass(
                "nets", "Net", "NetModel", true, true, new ModelClass.Traits(true, List.of(), false), List.of());
        return new ResolvedNetwork(
                model, input, layers, sources(), new LossSettings(List.of(outputs)), style, Set.of());
    }

    private List<List<Integer>> sources() {
        return IntStream.range(0, layers.size())
                .mapToObj(index -> sources.getOrDefault(index, List.of(index - 1)))
                .toList();
    }

    private Shape shape() {
        return layers.isEmpty() ? input : layers.get(layers.size() - 1).output();
    }
}
