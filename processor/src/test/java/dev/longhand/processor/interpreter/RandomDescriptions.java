package dev.longhand.processor.interpreter;

import dev.longhand.Activation;
import dev.longhand.Initializer;
import dev.longhand.Loss;
import dev.longhand.processor.interpreter.Description.Activate;
import dev.longhand.processor.interpreter.Description.Dense;
import dev.longhand.processor.interpreter.Description.Dropout;
import dev.longhand.processor.interpreter.Description.Flatten;
import dev.longhand.processor.interpreter.Description.Function;
import dev.longhand.processor.interpreter.Description.LayerDescription;
import dev.longhand.processor.interpreter.Description.Start;
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
        boolean isImage = random.nextInt(4) == 0;
        List<Integer> input = isImage
                ? random.nextBoolean()
                        ? List.of(dimension(), dimension())
                        : List.of(dimension(), dimension(), 1 + random.nextInt(3))
                : List.of(size());
        boolean isFlat = !isImage;
        int steps = random.nextInt(6);
        for (int i = 0; i < steps; i++) {
            int kind = random.nextInt(10);
            if (kind < 6) {
                isFlat = flatten(isFlat);
                layers.add(dense(random.nextInt(4) == 0 ? random.nextInt(70) + 1 : size(), hidden(index + i)));
            } else if (kind < 8) {
                layers.add(new Activate(name(), hidden(index + i)));
            } else {
                layers.add(new Dropout(name(), random.nextInt(8) == 0 ? 0 : (1 + random.nextInt(9)) / 10f));
            }
        }
        boolean isRow = ending.activation() == Activation.SOFTMAX || ending.activation() == Activation.LOG_SOFTMAX;
        if (random.nextInt(4) == 0 && !(isRow && lastSize(input) == 1)) {
            if (random.nextInt(3) == 0) {
                layers.add(new Dropout(name(), 0.5f));
            }
            isFlat = isRow ? flatten(isFlat) : isFlat;
            layers.add(new Activate(name(), function(ending.activation())));
        } else {
            isFlat = flatten(isFlat);
            layers.add(dense(isRow ? 1 + size() : size(), function(ending.activation())));
        }
        if (!isFlat && random.nextBoolean() || random.nextInt(25) == 0) {
            layers.add(new Flatten(name()));
        }
        float smoothing =
                ending.loss() == Loss.CROSS_ENTROPY && random.nextBoolean() ? 0.1f * random.nextInt(4) : Float.NaN;
        float delta = ending.loss() == Loss.HUBER && random.nextBoolean() ? 0.25f + random.nextInt(8) / 4f : Float.NaN;
        return new Description(input, layers, ending.loss(), smoothing, delta);
    }

    private int lastSize(List<Integer> input) {
        return new Description(input, layers, Loss.HUBER, Float.NaN, Float.NaN).outputSize();
    }

    private boolean flatten(boolean isFlat) {
        if (!isFlat) {
            layers.add(new Flatten(name()));
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
