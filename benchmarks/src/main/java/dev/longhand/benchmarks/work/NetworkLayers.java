package dev.longhand.benchmarks.work;

import dev.longhand.Settings;
import dev.longhand.Shape;
import dev.longhand.benchmarks.work.NetworkLayer.Activate;
import dev.longhand.benchmarks.work.NetworkLayer.BatchNorm;
import dev.longhand.benchmarks.work.NetworkLayer.BatchNormArrays;
import dev.longhand.benchmarks.work.NetworkLayer.Cell;
import dev.longhand.benchmarks.work.NetworkLayer.Convolution;
import dev.longhand.benchmarks.work.NetworkLayer.Dense;
import dev.longhand.benchmarks.work.NetworkLayer.Embedding;
import dev.longhand.benchmarks.work.NetworkLayer.Flatten;
import dev.longhand.benchmarks.work.NetworkLayer.Images;
import dev.longhand.benchmarks.work.NetworkLayer.MaxPool;
import dev.longhand.benchmarks.work.NetworkLayer.Recurrent;
import dev.longhand.benchmarks.work.NetworkLayer.RecurrentArrays;
import dev.longhand.model.LayerInfo;
import dev.longhand.model.ModelInfo;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the layers of a network from the description that its model gives of itself. */
final class NetworkLayers {

    private final int parameters;

    private NetworkLayers(ModelInfo info) {
        parameters = info.parameterCount();
    }

    /**
     * The layers of a network from first to last.
     *
     * @throws IllegalArgumentException if one is of a kind, or has settings, that {@link NetworkLayer} doesn't describe
     */
    static List<NetworkLayer> of(ModelInfo info) {
        NetworkLayers reader = new NetworkLayers(info);
        return info.layers().stream().map(reader::read).toList();
    }

    private NetworkLayer read(LayerInfo layer) {
        Settings settings = layer.settings();
        return switch (layer.kind()) {
            case "Dense" -> dense(layer);
            case "Conv2d" -> convolution(layer);
            case "BatchNorm" ->
                new BatchNorm(
                        channels(layer.input()),
                        settings.number("momentum"),
                        settings.number("epsilon"),
                        new BatchNormArrays(
                                array(layer, "gamma"),
                                array(layer, "beta"),
                                array(layer, "runningMean"),
                                array(layer, "runningVariance")));
            case "MaxPool2d" -> pool(layer);
            case "Activate" -> new Activate(settings.activation());
            case "Flatten" -> new Flatten(images(layer));
            case "Lstm" -> recurrent(layer, Cell.LSTM);
            case "Gru" -> recurrent(layer, Cell.GRU);
            case "Embedding" -> {
                Shape shape = layer.parameters().get(0).shape();
                yield new Embedding(shape.dimension(0), shape.dimension(1), array(layer, "weight"));
            }
            default -> throw new IllegalArgumentException("the benchmarks describe no layer like " + layer);
        };
    }

    private NetworkLayer dense(LayerInfo layer) {
        int in = channels(layer.input());
        return new Dense(
                layer.input().size() / in,
                in,
                channels(layer.output()),
                layer.settings().activation(),
                array(layer, "weight"),
                array(layer, "bias"));
    }

    private NetworkLayer convolution(LayerInfo layer) {
        Settings settings = layer.settings();
        int kernel = settings.integers("kernel", 2).get(0);
        int padding = kernel / 2;
        require(
                layer,
                settings.integers("kernel", 2).equals(List.of(kernel, kernel))
                        && settings.integers("padding", 4).equals(List.of(padding, padding, padding, padding))
                        && isOne(settings, "stride")
                        && isOne(settings, "dilation")
                        && settings.integer("groups") == 1);
        return new Convolution(
                images(layer),
                channels(layer.output()),
                kernel,
                settings.activation(),
                array(layer, "weight"),
                arrayIfAny(layer, "bias"));
    }

    private static boolean isOne(Settings settings, String name) {
        return settings.integers(name, 2).equals(List.of(1, 1));
    }

    private static NetworkLayer pool(LayerInfo layer) {
        Settings settings = layer.settings();
        int size = settings.integers("size", 2).get(0);
        List<Integer> square = List.of(size, size);
        require(
                layer,
                settings.integers("size", 2).equals(square)
                        && settings.integers("stride", 2).equals(square)
                        && settings.integers("padding", 4).equals(List.of(0, 0, 0, 0)));
        return new MaxPool(size);
    }

    private NetworkLayer recurrent(LayerInfo layer, Cell cell) {
        RecurrentArrays arrays = new RecurrentArrays(
                array(layer, "weight"),
                array(layer, "recurrentWeight"),
                array(layer, "bias"),
                arrayIfAny(layer, "recurrentBias"));
        return new Recurrent(
                cell,
                layer.input().dimension(0),
                layer.input().dimension(1),
                channels(layer.output()),
                layer.settings().flag("returnSequences"),
                arrays);
    }

    private static Images images(LayerInfo layer) {
        Shape shape = layer.input();
        require(layer, shape.rank() == 3);
        return new Images(shape.dimension(0), shape.dimension(1), shape.dimension(2));
    }

    private static int channels(Shape shape) {
        return shape.dimension(shape.rank() - 1);
    }

    private ArraySlice array(LayerInfo layer, String name) {
        ArraySlice found = arrayIfAny(layer, name);
        if (found == null) {
            throw new IllegalArgumentException("the benchmarks need the array " + name + " of the layer " + layer);
        }
        return found;
    }

    private @Nullable ArraySlice arrayIfAny(LayerInfo layer, String name) {
        return Stream.concat(
                        layer.parameters().stream()
                                .filter(array -> array.name().equals(name))
                                .map(array -> new ArraySlice(array.offset(), array.size())),
                        layer.state().stream()
                                .filter(array -> array.name().equals(name))
                                .map(array -> new ArraySlice(parameters + array.offset(), array.size())))
                .findFirst()
                .orElse(null);
    }

    private static void require(LayerInfo layer, boolean isDescribed) {
        if (!isDescribed) {
            throw new IllegalArgumentException("the benchmarks describe no layer like " + layer);
        }
    }
}
