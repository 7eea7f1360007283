package dev.longhand.processor;

import dev.longhand.Activation;
import dev.longhand.Initializer;
import dev.longhand.Loss;
import dev.longhand.Style;
import dev.longhand.processor.check.ResolvedLayer;
import dev.longhand.processor.check.ResolvedLayer.Function;
import dev.longhand.processor.check.ResolvedLayer.Merge;
import dev.longhand.processor.check.ResolvedLayer.Start;
import dev.longhand.processor.check.ResolvedNetwork;
import dev.longhand.processor.check.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Builds what the check hands on, without a compiler. */
public final class Resolved {

    private final Shape input;
    private final List<ResolvedLayer> layers = new ArrayList<>();

    /** Of those that don't just read the one before. */
    private final Map<Integer, List<Integer>> sources = new HashMap<>();

    private Resolved(Shape input) {
        this.input = input;
    }

    /** A network whose samples have this shape. */
    public static Resolved input(Integer... dimensions) {
        return new Resolved(Shape.of(dimensions));
    }

    /** Adds a dense layer with default starts. */
    public Resolved dense(String name, int units, Activation activation) {
        Start weights = new Start(Initializer.GLOROT_UNIFORM, 1, List.of());
        Start bias = new Start(Initializer.ZEROS, 1, List.of());
        Function function = new Function(activation, activation.defaultSlope());
        layers.add(new ResolvedLayer.Dense(name, shape(), units, function, weights, Optional.of(bias)));
        return this;
    }

    /** Adds an activation. */
    public Resolved activate(String name, Activation activation) {
        layers.add(new ResolvedLayer.Activate(name, shape(), new Function(activation, activation.defaultSlope())));
        return this;
    }

    /** Adds dropout of a half. */
    public Resolved dropout(String name) {
        layers.add(new ResolvedLayer.Dropout(name, shape(), 0.5f));
        return this;
    }

    /** Adds a change of shape. */
    public Resolved flatten(String name) {
        layers.add(new ResolvedLayer.Flatten(name, shape()));
        return this;
    }

    /** Adds layers joined into one. */
    public Resolved merge(String name, Merge.Kind kind, Integer... read) {
        layers.add(new Merge(
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
        return new ResolvedNetwork(
                "nets", "Net", "NetModel", true, true, List.of(), input, layers, sources(), loss, 0, 1, style);
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
