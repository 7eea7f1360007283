package dev.longhand.processor.interpreter;

import dev.longhand.Activation;
import dev.longhand.From;
import dev.longhand.Loss;
import dev.longhand.processor.interpreter.Description.Activate;
import dev.longhand.processor.interpreter.Description.Dense;
import dev.longhand.processor.interpreter.Description.Flatten;
import dev.longhand.processor.interpreter.Description.Function;
import dev.longhand.processor.interpreter.Description.Output;
import dev.longhand.processor.interpreter.Normalizations.Reshape;
import dev.longhand.processor.interpreter.RandomDescriptions.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Random networks with more outputs, which depend on any layer of a random network with one. */
public final class RandomOutputs {

    private final Description base;
    private final Random random;
    private final List<LayerDescription> layers;
    private final List<List<Integer>> sources;
    private final List<Output> outputs = new ArrayList<>();

    private RandomOutputs(Description base, Random random) {
        this.base = base;
        this.random = random;
        layers = new ArrayList<>(base.layers());
        sources = new ArrayList<>(base.sources());
    }

    /** Description {@code index}. */
    public static Description of(int index) {
        Description base = index % 3 == 0 ? RandomImages.of(index) : RandomDescriptions.of(index);
        return new RandomOutputs(base, new Random(index)).describe(index % 4);
    }

    private Description describe(int kind) {
        int last = layers.size() - 1;
        outputs.add(new Output(last, base.loss(), weight(), base.labelSmoothing(), base.delta()));
        int trunk = trunk();
        if (base.shape(trunk).size() > 1) {
            trunk = add(new Flatten("row"), trunk);
        }
        Ending ending = RandomDescriptions.ENDINGS.get(random.nextInt(RandomDescriptions.ENDINGS.size()));
        switch (kind) {
            case 0 -> end(trunk, "head", ending);
            case 1 -> {
                // Two outputs read the same numbers, one by an activation that its loss is differentiated together
                // with.
                int scores = add(Dense.of("scores", 2 + random.nextInt(5), Activation.IDENTITY), trunk);
                outputs.add(Output.of(
                        add(new Activate("shares", Function.of(Activation.SOFTMAX)), scores),
                        Loss.CROSS_ENTROPY,
                        weight()));
                end(scores, "head", ending);
            }
            case 2 -> {
                // The losses of both give gradients of the same numbers.
                int scores = add(Dense.of("scores", 2 + random.nextInt(5), Activation.IDENTITY), trunk);
                outputs.add(Output.of(scores, Loss.HALF_SQUARED_ERROR, weight()));
                outputs.add(Output.of(
                        add(new Activate("shares", Function.of(Activation.SIGMOID)), scores),
                        Loss.BINARY_CROSS_ENTROPY,
                        weight()));
            }
            default -> {
                int read = add(Dense.of("position", 1 + random.nextInt(20), Activation.TANH), trunk);
                outputs.add(new Output(read, Loss.HUBER, weight(), Float.NaN, 0.5f));
                end(read, "head", ending);
            }
        }
        return Description.of(base.input(), layers, sources, outputs.toArray(Output[]::new));
    }

    private void end(int read, String name, Ending ending) {
        boolean isRow = ending.activation() == Activation.SOFTMAX || ending.activation() == Activation.LOG_SOFTMAX;
        int units = random.nextInt(4) == 0 ? 40 : 1 + random.nextInt(6);
        float smoothing = ending.loss() == Loss.CROSS_ENTROPY ? 0.1f : Float.NaN;
        int layer = add(Dense.of(name, isRow ? 1 + units : units, ending.activation()), read);
        outputs.add(new Output(layer, ending.loss(), weight(), smoothing, Float.NaN));
    }

    /** A layer that may be read: not the first output, if its loss is differentiated together with its activation. */
    private int trunk() {
        boolean isFused = switch (base.loss()) {
            case CROSS_ENTROPY, LOG_LIKELIHOOD, BINARY_CROSS_ENTROPY -> true;
            case HALF_SQUARED_ERROR, MEAN_SQUARED_ERROR, MEAN_ABSOLUTE_ERROR, HUBER -> false;
        };
        int last = base.layers().size() - 1;
        int[] readable = IntStream.rangeClosed(0, last)
                .filter(k -> !base.layers().get(k).name().equals(From.INPUT))
                .filter(k -> !isFused || numbersOf(k) != numbersOf(last))
                .toArray();
        return readable.length == 0 ? -1 : readable[random.nextInt(readable.length)];
    }

    /** The layer that a layer gives another shape to, or itself. */
    private int numbersOf(int layer) {
        boolean isShape = layer >= 0
                && (base.layers().get(layer) instanceof Flatten || base.layers().get(layer) instanceof Reshape);
        return isShape ? numbersOf(base.sources().get(layer).get(0)) : layer;
    }

    private int add(LayerDescription layer, int read) {
        layers.add(layer);
        sources.add(List.of(read));
        return layers.size() - 1;
    }

    private float weight() {
        return random.nextBoolean() ? Float.NaN : 0.25f * (1 + random.nextInt(12));
    }
}
