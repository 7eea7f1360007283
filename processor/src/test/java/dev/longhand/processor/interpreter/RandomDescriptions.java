package dev.longhand.processor.interpreter;

import dev.longhand.Activation;
import dev.longhand.From;
import dev.longhand.Initializer;
import dev.longhand.Loss;
import dev.longhand.processor.interpreter.Description.Activate;
import dev.longhand.processor.interpreter.Description.Dense;
import dev.longhand.processor.interpreter.Description.Dropout;
import dev.longhand.processor.interpreter.Description.Flatten;
import dev.longhand.processor.interpreter.Description.Function;
import dev.longhand.processor.interpreter.Description.Input;
import dev.longhand.processor.interpreter.Description.Merge;
import dev.longhand.processor.interpreter.Description.Start;
import dev.longhand.processor.interpreter.Normalizations.BatchNorm;
import dev.longhand.processor.interpreter.Normalizations.LayerNorm;
import dev.longhand.processor.interpreter.Normalizations.Noise;
import dev.longhand.processor.interpreter.Normalizations.Reshape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Valid networks from numbered seeds: whatever may be declared comes up among some hundred of them. */
public final class RandomDescriptions {

    private static final int[] SIZES = {1, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 13, 16, 17, 25, 31, 32, 33, 48, 64, 70
    };

    /** Names that generated source uses for something else, or spells in its own way, among plain ones. */
    private static final List<String> NAMES = List.of(
            "hidden",
            "x",
            "p",
            "n",
            "ws",
            "g",
            "loss",
            "forward",
            "kernels",
            "hiddenLayer2",
            "hidden_3",
            "dz",
            "sum",
            "s",
            "model",
            "targets",
            "backward",
            "create",
            "predict",
            "LAYER",
            "max",
            "hidden9",
            "a",
            "z",
            "e",
            "dw",
            "workspace",
            "input",
            "output",
            "Dense",
            "functions",
            "k",
            "j",
            "i",
            "m",
            "steps",
            "describe",
            "net");

    /** The activations for hidden layers. */
    private static final List<Activation> HIDDEN = Arrays.stream(Activation.values())
            .filter(f -> f != Activation.SOFTMAX && f != Activation.LOG_SOFTMAX)
            .toList();

    /** A last activation with its loss. */
    public record Ending(Activation activation, Loss loss) {}

    /** Every pair that may be declared. */
    public static final List<Ending> ENDINGS = endings();

    private final Random random;
    private final List<LayerDescription> layers = new ArrayList<>();
    private final List<List<Integer>> sources = new ArrayList<>();
    private List<Integer> input = List.of();
    private final List<String> names;

    private RandomDescriptions(Random random) {
        this.random = random;
        names = new ArrayList<>(NAMES);
        java.util.Collections.shuffle(names, random);
    }

    /** Description {@code index}; the ending is that with the same number, counted round and round. */
    public static Description of(int index) {
        return new RandomDescriptions(new Random(1_000 + index)).describe(ENDINGS.get(index % ENDINGS.size()), index);
    }

    private static List<Ending> endings() {
        List<Ending> endings = new ArrayList<>();
        for (Loss loss : Loss.values()) {
            for (Activation activation : Activation.values()) {
                boolean goes = switch (loss) {
                    case CROSS_ENTROPY -> activation == Activation.SOFTMAX || activation == Activation.LOG_SOFTMAX;
                    case LOG_LIKELIHOOD -> activation == Activation.SOFTMAX;
                    case BINARY_CROSS_ENTROPY -> activation == Activation.SIGMOID;
                    default -> activation != Activation.LOG_SOFTMAX;
                };
                // As often as there are losses that can go with any activation.
                int times = loss == Loss.CROSS_ENTROPY || loss == Loss.BINARY_CROSS_ENTROPY ? 4 : 1;
                for (int i = 0; goes && i < times; i++) {
                    endings.add(new Ending(activation, loss));
                }
            }
        }
        return List.copyOf(endings);
    }

    private Description describe(Ending ending, int index) {
        boolean isFlat = begin(index);
        int steps = random.nextInt(6);
        for (int i = 0; i < steps; i++) {
            int kind = random.nextInt(15);
            if (isSequence() && random.nextInt(4) > 0) {
                isFlat = readSequence(index + i);
            } else if (kind < 6) {
                isFlat = flatten(isFlat);
                add(dense(random.nextInt(4) == 0 ? random.nextInt(70) + 1 : size(), hidden(index + i)));
            } else if (kind < 8) {
                add(new Activate(name(), hidden(index + i)));
            } else if (kind < 10) {
                add(new Dropout(name(), random.nextInt(8) == 0 ? 0 : (1 + random.nextInt(9)) / 10f));
            } else if (kind >= 12) {
                isFlat = normalize(isFlat);
            } else if (!layers.isEmpty()) {
                isFlat = flatten(isFlat);
                branch(index + i);
            }
        }
        boolean isRow = ending.activation() == Activation.SOFTMAX || ending.activation() == Activation.LOG_SOFTMAX;
        if (random.nextInt(4) == 0 && !(isRow && size(last()) == 1)) {
            if (random.nextInt(3) == 0) {
                add(new Dropout(name(), 0.5f));
            }
            isFlat = isRow ? flatten(isFlat) : isFlat;
            add(new Activate(name(), function(ending.activation())));
        } else {
            // Also each step of a sequence may end so.
            isFlat = isSequence() && random.nextBoolean() ? isFlat : flatten(isFlat);
            add(dense(isRow ? 1 + size() : size(), function(ending.activation())));
        }
        if (!isFlat && random.nextBoolean() || random.nextInt(25) == 0) {
            add(new Flatten(name()));
        }
        float smoothing =
                ending.loss() == Loss.CROSS_ENTROPY && random.nextBoolean() ? 0.1f * random.nextInt(4) : Float.NaN;
        float delta = ending.loss() == Loss.HUBER && random.nextBoolean() ? 0.25f + random.nextInt(8) / 4f : Float.NaN;
        return new Description(input, layers, sources, ending.loss(), smoothing, delta);
    }

    /** Whether what comes next reads a sequence. */
    private boolean isSequence() {
        return shape(last()).size() == 2;
    }

    /** A recurrent layer, or one that does the same to each step; whether its output is flat. */
    private boolean readSequence(int index) {
        if (random.nextInt(4) == 0) {
            add(dense(1 + random.nextInt(9), hidden(index)));
            return false;
        }
        String kind = List.of("Rnn", "Gru", "Lstm").get(random.nextInt(3));
        Function function = kind.equals("Rnn") && random.nextBoolean() ? hidden(index) : Function.of(Activation.TANH);
        boolean returnSequences = random.nextBoolean();
        add(new Recurrent(name(), kind, 1 + random.nextInt(9), returnSequences, random.nextInt(4) > 0, function));
        return !returnSequences;
    }

    /** One input, or two that are joined; whether they are flat. */
    private boolean begin(int index) {
        if (random.nextInt(8) == 0) {
            int first = size();
            add(new Input(name(), List.of(first), 0), -1);
            add(dense(size(), hidden(index)));
            int tower = last();
            add(new Input(name(), List.of(dimension(), dimension()), first), -1);
            add(new Flatten(name()));
            add(new Merge(name(), "Concat"), tower, last());
            return true;
        }
        if (random.nextInt(8) == 0) {
            input = List.of(1 + random.nextInt(7));
            add(new Embedding(name(), 2 + random.nextInt(9), 1 + random.nextInt(6)));
            return false;
        }
        boolean isImage = random.nextInt(3) == 0;
        input = isImage
                ? random.nextBoolean()
                        ? List.of(dimension(), dimension())
                        : List.of(dimension(), dimension(), 1 + random.nextInt(3))
                : List.of(size());
        return !isImage;
    }

    /** A normalization, noise or another shape; whether what follows is flat. */
    private boolean normalize(boolean isFlat) {
        List<Integer> shape = shape(last());
        int channels = shape.get(shape.size() - 1);
        // Large: a few samples may differ by little, and what rounding leaves of that would be blown up.
        float epsilon = random.nextBoolean() ? 0.1f : 0.3f;
        switch (random.nextInt(5)) {
            case 0, 1 -> add(new BatchNorm(name(), random.nextBoolean() ? Float.NaN : 0.75f, epsilon));
            case 2 -> add(new Noise(name(), 0.25f));
            case 3 -> {
                if (channels > 1) {
                    add(new LayerNorm(name(), epsilon));
                }
            }
            default -> {
                List<Integer> changed = new ArrayList<>(shape.subList(0, Math.min(1, shape.size() - 1)));
                int channelsThen = channels % 2 == 0 ? 2 : 1;
                changed.add(size(last()) / channelsThen / (changed.isEmpty() ? 1 : changed.get(0)));
                changed.add(channelsThen);
                add(new Reshape(name(), changed));
                return false;
            }
        }
        return isFlat;
    }

    /** A shortcut around a layer, a gate, or towers side by side. */
    private void branch(int index) {
        if (layers.stream().anyMatch(layer -> layer.name().equals(From.INPUT))) {
            return;
        }
        // Once something is read by name, no layer may be called as the data is.
        names.replaceAll(name -> name.equals(From.INPUT) ? "inputs" : name);
        int before = last();
        switch (random.nextInt(4)) {
            case 0 -> {
                add(dense(size(before), hidden(index)));
                add(new Merge(name(), "Add"), before, last());
            }
            case 1 -> {
                add(dense(size(before), hidden(index)));
                int gate = last();
                add(new Activate(name(), Function.of(Activation.SIGMOID)), before);
                add(new Merge(name(), "Multiply"), last(), gate);
            }
            case 2 -> {
                add(dense(size(), hidden(index)));
                int tower = last();
                add(dense(size(), hidden(index + 1)), before);
                add(new Merge(name(), "Concat"), tower, before, last());
            }
            default -> {
                add(dense(size(before), hidden(index)));
                int tower = last();
                add(new Dropout(name(), 0.25f), before);
                add(new Merge(name(), "Add"), before, tower, last());
            }
        }
    }

    private void add(LayerDescription layer) {
        add(layer, last());
    }

    private void add(LayerDescription layer, Integer... read) {
        layers.add(layer);
        sources.add(List.of(read));
    }

    private int last() {
        return layers.size() - 1;
    }

    private int size(int layer) {
        return Description.product(shape(layer));
    }

    private List<Integer> shape(int layer) {
        return new Description(input, layers, sources, Loss.HUBER, Float.NaN, Float.NaN).shape(layer);
    }

    private boolean flatten(boolean isFlat) {
        if (!isFlat) {
            add(new Flatten(name()));
        }
        return true;
    }

    private Dense dense(int units, Function function) {
        boolean useBias = random.nextInt(4) > 0;
        return new Dense(
                name(), units, function, useBias, start(Start.WEIGHTS), useBias ? start(Start.BIAS) : Start.BIAS);
    }

    private Start start(Start byDefault) {
        if (random.nextBoolean()) {
            return byDefault;
        }
        Initializer initializer = Initializer.values()[random.nextInt(Initializer.values().length)];
        boolean scaled = initializer != Initializer.ZEROS && random.nextBoolean();
        return new Start(initializer, scaled ? 0.5f + random.nextInt(4) / 3f : Float.NaN, List.of());
    }

    private Function hidden(int index) {
        return function(HIDDEN.get(index % HIDDEN.size()));
    }

    private Function function(Activation activation) {
        boolean sloped = activation == Activation.SIGMOID
                || activation == Activation.TANH
                || activation == Activation.LEAKY_RELU
                || activation == Activation.ELU;
        return new Function(activation, sloped && random.nextBoolean() ? (1 + random.nextInt(10)) / 5f : Float.NaN);
    }

    private int size() {
        return SIZES[random.nextInt(SIZES.length)];
    }

    private int dimension() {
        return 1 + random.nextInt(5);
    }

    private String name() {
        return names.remove(names.size() - 1);
    }
}
