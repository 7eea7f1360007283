package dev.longhand.processor;

import dev.longhand.Activation;
import dev.longhand.Initializer;
import dev.longhand.Loss;
import dev.longhand.Style;
import dev.longhand.processor.check.ResolvedLayer;
import dev.longhand.processor.check.ResolvedLayer.Function;
import dev.longhand.processor.check.ResolvedLayer.Start;
import dev.longhand.processor.check.ResolvedNetwork;
import dev.longhand.processor.check.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Builds what the check hands on, without a compiler. */
public final class Resolved {

    private final Shape input;
    private final List<ResolvedLayer> layers = new ArrayList<>();

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

    /** The network, to be written in the styles measured fastest. */
    public ResolvedNetwork loss(Loss loss) {
        return loss(loss, Style.AUTO);
    }

    /** The network. */
    public ResolvedNetwork loss(Loss loss, Style style) {
        return new ResolvedNetwork(
                "nets", "Net", "NetModel", true, true, List.of(), input, layers, chain(), loss, 0, 1, style);
    }

    /** Each layer reads the one before it. */
    private List<List<Integer>> chain() {
        return IntStream.range(0, layers.size())
                .mapToObj(index -> List.of(index - 1))
                .toList();
    }

    private Shape shape() {
        return layers.isEmpty() ? input : layers.get(layers.size() - 1).output();
    }
}
