package dev.longhand.processor.interpreter;

import dev.longhand.Activation;
import dev.longhand.Initializer;
import dev.longhand.Loss;
import dev.longhand.processor.interpreter.Description.Activate;
import dev.longhand.processor.interpreter.Description.Dense;
import dev.longhand.processor.interpreter.Description.Dropout;
import dev.longhand.processor.interpreter.Description.Flatten;
import dev.longhand.processor.interpreter.Description.Function;
import dev.longhand.processor.interpreter.Description.Merge;
import dev.longhand.processor.interpreter.Description.Start;
import dev.longhand.processor.interpreter.ImageLayers.Conv2d;
import dev.longhand.processor.interpreter.ImageLayers.GlobalAvgPool2d;
import dev.longhand.processor.interpreter.ImageLayers.Pool2d;
import dev.longhand.processor.interpreter.Normalizations.BatchNorm;
import dev.longhand.processor.interpreter.Normalizations.LayerNorm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Valid convolutional networks from numbered seeds. */
public final class RandomImages {

    private static final List<Activation> ACTIVATIONS = Arrays.stream(Activation.values())
            .filter(f -> f != Activation.SOFTMAX && f != Activation.LOG_SOFTMAX)
            .toList();

    private static final List<String> POOLS = List.of("MaxPool2d", "AvgPool2d", "StochasticPool2d");

    private static final List<Integer> NOTHING = List.of(0, 0, 0, 0);

    /** A few samples may differ by little, and what rounding leaves of that would be blown up. */
    private static final float LARGE_EPSILON = 0.1f;

    private final Random random;
    private final List<LayerDescription> layers = new ArrayList<>();
    private final List<List<Integer>> sources = new ArrayList<>();
    private final List<Integer> input;

    private RandomImages(int index) {
        random = new Random(77_000 + index);
        input = List.of(3 + random.nextInt(7), 3 + random.nextInt(7), 1 + random.nextInt(4));
    }

    /** Description {@code index}. */
    public static Description of(int index) {
        return new RandomImages(index).describe(index);
    }

    private Description describe(int index) {
        int steps = 1 + random.nextInt(3);
        for (int i = 0; i < steps; i++) {
            Activation f = random.nextBoolean() ? Activation.RELU : ACTIVATIONS.get((index + i) % ACTIVATIONS.size());
            if (random.nextInt(3) == 0) {
                normalizedConvolution(f);
            } else {
                convolution(f, -1);
            }
            switch (random.nextInt(9)) {
                case 0 -> pool(POOLS.get(random.nextInt(3)));
                case 1, 2 -> add(new Pool2d(name(), "MaxPool2d", sideBySide()));
                case 3 -> add(new Dropout(name(), 0.25f));
                case 4 -> residual(f);
                case 5 -> towers(f);
                case 6 -> layerNorm();
                default -> {}
            }
        }
        switch (random.nextInt(5)) {
            case 0 -> add(new GlobalAvgPool2d(name()));
            case 1 -> {
                convolution(Activation.IDENTITY, 2);
                return new Description(input, layers, sources, Loss.MEAN_SQUARED_ERROR, Float.NaN, Float.NaN);
            }
            default -> add(new Flatten(name()));
        }
        boolean classes = random.nextBoolean();
        add(Dense.of(name(), 3, classes ? Activation.SOFTMAX : Activation.IDENTITY));
        Loss loss = classes ? Loss.CROSS_ENTROPY : Loss.HALF_SQUARED_ERROR;
        return new Description(input, layers, sources, loss, Float.NaN, Float.NaN);
    }

    private List<Integer> image() {
        return new Description(input, layers, sources, Loss.HUBER, Float.NaN, Float.NaN).shape(layers.size() - 1);
    }

    /** A shortcut around a convolution that keeps the image's shape. */
    private void residual(Activation f) {
        int before = layers.size() - 1;
        List<Integer> image = image();
        ImageWindow kernel = new ImageWindow(List.of(3, 3), List.of(1, 1), List.of(1, 1), List.of());
        add(new Conv2d(name(), image.get(2), kernel, 1, Function.of(f), true, Start.WEIGHTS, Start.BIAS));
        add(new Merge(name(), "Add"), before, layers.size() - 1);
    }

    /** Behind which a batch norm stands, with an activation behind that or none. */
    private void normalizedConvolution(Activation f) {
        convolution(Activation.IDENTITY, -1);
        add(new BatchNorm(name(), random.nextBoolean() ? Float.NaN : 0.75f, LARGE_EPSILON));
        if (random.nextBoolean()) {
            add(new Activate(name(), Function.of(f)));
        }
    }

    private void layerNorm() {
        if (image().get(2) > 1) {
            add(new LayerNorm(name(), LARGE_EPSILON));
        }
    }

    /** Two convolutions of the same image, and the image itself, whose channels are joined. */
    private void towers(Activation f) {
        int before = layers.size() - 1;
        ImageWindow kernel = new ImageWindow(List.of(3, 3), List.of(1, 1), List.of(1, 1), List.of());
        ImageWindow pixel = new ImageWindow(List.of(1, 1), List.of(1, 1), List.of(1, 1), NOTHING);
        add(new Conv2d(name(), 1 + random.nextInt(9), kernel, 1, Function.of(f), true, Start.WEIGHTS, Start.BIAS));
        int tower = layers.size() - 1;
        Function same = Function.of(Activation.IDENTITY);
        add(new Conv2d(name(), 1 + random.nextInt(3), pixel, 1, same, false, Start.WEIGHTS, Start.BIAS), before);
        add(new Merge(name(), "Concat"), tower, before, layers.size() - 1);
    }

    private void convolution(Activation f, int filterCount) {
        List<Integer> image = image();
        int channels = image.get(2);
        List<Integer> padding = padding(9);
        List<Integer> size = List.of(size(image, padding, 0), size(image, padding, 1));
        List<Integer> dilation = List.of(dilation(image, padding, size, 0), dilation(image, padding, size, 1));
        ImageWindow kernel = new ImageWindow(size, List.of(stride(), stride()), dilation, padding);
        int groups = groups(channels);
        int filters =
                filterCount > 0 ? filterCount : groups * (1 + random.nextInt(groups > 2 ? 2 : groups > 1 ? 9 : 17));
        if (filters % groups != 0) {
            groups = 1;
        }
        boolean useBias = random.nextInt(4) > 0;
        Start weights = random.nextInt(3) > 0 ? Start.WEIGHTS : new Start(Initializer.HE_NORMAL, Float.NaN, List.of());
        boolean sloped = f == Activation.TANH || f == Activation.LEAKY_RELU;
        Function function = new Function(f, sloped && random.nextBoolean() ? 0.6f : Float.NaN);
        add(new Conv2d(name(), filters, kernel, groups, function, useBias, weights, Start.BIAS));
    }

    /** One, two, or as many as there are channels, if they are few: many maxima come too near to one another. */
    private int groups(int channels) {
        return switch (random.nextInt(4)) {
            case 0 -> channels % 2 == 0 ? 2 : 1;
            case 1 -> channels <= 8 ? channels : 1;
            default -> 1;
        };
    }

    private void pool(String kind) {
        List<Integer> image = image();
        List<Integer> size = List.of(Math.min(image.get(0), 1 + random.nextInt(3)), Math.min(image.get(1), 2));
        List<Integer> padding = padding(Math.min(size.get(0), size.get(1)));
        boolean besides = random.nextBoolean();
        List<Integer> stride = besides ? size : List.of(stride(), stride());
        add(new Pool2d(name(), kind, new ImageWindow(size, stride, List.of(1, 1), padding)));
    }

    private ImageWindow sideBySide() {
        List<Integer> image = image();
        List<Integer> size = List.of(Math.min(image.get(0), 2), Math.min(image.get(1), 1 + random.nextInt(3)));
        return new ImageWindow(size, size, List.of(1, 1), NOTHING);
    }

    /** None, SAME, or some on each side, less than {@code limit}. */
    private List<Integer> padding(int limit) {
        return switch (random.nextInt(3)) {
            case 0 -> NOTHING;
            case 1 -> List.of();
            default -> {
                int most = Math.min(3, limit);
                yield List.of(random.nextInt(most), random.nextInt(most), random.nextInt(most), random.nextInt(most));
            }
        };
    }

    private static int room(List<Integer> image, List<Integer> padding, int axis) {
        return padding.isEmpty() ? Integer.MAX_VALUE : image.get(axis) + padding.get(axis) + padding.get(axis + 2);
    }

    private int size(List<Integer> image, List<Integer> padding, int axis) {
        return 1 + random.nextInt(Math.min(4, room(image, padding, axis)));
    }

    private int dilation(List<Integer> image, List<Integer> padding, List<Integer> size, int axis) {
        return random.nextInt(3) == 0 && 2 * (size.get(axis) - 1) < room(image, padding, axis) ? 2 : 1;
    }

    private int stride() {
        return 1 + random.nextInt(3) / 2;
    }

    private void add(LayerDescription layer) {
        add(layer, layers.size() - 1);
    }

    private void add(LayerDescription layer, Integer... read) {
        layers.add(layer);
        sources.add(List.of(read));
    }

    private String name() {
        return "layer" + layers.size();
    }
}
