package dev.longhand.importer.onnx;

import dev.longhand.importer.ActivationSetting;
import dev.longhand.importer.LayerSettings;
import dev.longhand.importer.LayerSettings.PoolKind;
import dev.longhand.importer.PaddingSetting;
import dev.longhand.importer.WindowSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code Conv}, {@code MaxPool} and {@code AveragePool} of sequences and images. */
final class ConvolutionOperators {

    private ConvolutionOperators() {}

    /** A convolution: [filters][channels/groups][rows][columns] become [rows][columns][channels/groups][filters]. */
    static void convolve(Node node, Scope scope) throws UnexpressibleException {
        Data data = scope.scaled(node, 0);
        Constant weights = scope.required(node, 1);
        int dimensions = dimensions(data);
        int[] shape = weights.dimensions();
        if (shape.length != dimensions + 2) {
            throw new UnexpressibleException(
                    "its weights have " + shape.length + " dimensions, but its input is " + data.sizes());
        }
        int filters = shape[0];
        int groups = Node.small("group", node.integer("group", 1));
        List<Integer> kernel = new ArrayList<>();
        int positions = 1;
        for (int k = 0; k < dimensions; k++) {
            kernel.add(shape[k + 2]);
            positions *= shape[k + 2];
        }
        if (groups < 1 || positions < 1 || (long) shape[1] * groups != data.size(1) || filters % groups != 0) {
            throw new UnexpressibleException("its weights " + WindowPadding.text(shape) + " in " + groups
                    + " groups don't fit its input " + data.sizes());
        }
        WindowSetting window = WindowPadding.window(node, data, kernel);
        Reading reading = Reading.exact(
                data, data.axes().subList(2, data.rank()), data.axes().get(1), scope.drafts());
        if (groups > 1 && !reading.isInOrder()) {
            throw new UnexpressibleException("it divides channels into groups that are stored in another order");
        }
        int channels = shape[1];
        int[] order = reading.order();
        float[] stored = new float[filters * channels * positions];
        for (int filter = 0, i = 0; filter < filters; filter++) {
            for (int channel = 0; channel < channels; channel++) {
                int at = groups > 1 ? channel : order[channel];
                for (int position = 0; position < positions; position++, i++) {
                    double weight = data.scale() * weights.at(weights.isUniform() ? 0 : i);
                    stored[(position * channels + at) * filters + filter] = (float) weight;
                }
            }
        }
        List<Integer> arrayShape = new ArrayList<>(kernel);
        arrayShape.addAll(List.of(channels, filters));
        Draft layer = scope.drafts()
                .addNamed(
                        node,
                        node.input(1),
                        new LayerSettings.Convolution(filters, window, groups, ActivationSetting.IDENTITY, false),
                        reading.layer())
                .with(
                        "weight",
                        stored,
                        arrayShape.stream().mapToInt(Integer::intValue).toArray());
        Optional<Constant> bias = scope.constant(node, 2);
        if (bias.isPresent()) {
            layer.scale(null, channelNumbers(bias.get(), filters));
        }
        scope.set(node, slid(data, layer, Atom.list(filters)));
    }

    private static double[] channelNumbers(Constant constant, int channels) throws UnexpressibleException {
        if (constant.count() != channels && !constant.isUniform()) {
            throw new UnexpressibleException(
                    "its bias has " + constant.count() + " numbers for " + channels + " filters");
        }
        double[] numbers = new double[channels];
        for (int i = 0; i < channels; i++) {
            numbers[i] = constant.at(constant.isUniform() ? 0 : i);
        }
        return numbers;
    }

    /** The dimensions of a sequence or an image. */
    private static int dimensions(Data data) throws UnexpressibleException {
        int dimensions = data.rank() - 2;
        if (dimensions < 1 || dimensions > 2 || !data.axis(0).equals(List.of(Atom.BATCH))) {
            throw new UnexpressibleException(
                    "its input is " + data.sizes()
                            + ", but layers slide over sequences, batch×channels×steps, and images, batch×channels×rows×columns");
        }
        return dimensions;
    }

    /** The output of a layer that slides over data. */
    private static Data slid(Data data, Draft layer, List<Atom> channels) {
        List<List<Atom>> axes = new ArrayList<>(List.of(data.axes().get(0), channels));
        List<Atom> storage = new ArrayList<>();
        for (int k = 0; k < data.rank() - 2; k++) {
            List<Atom> positions = Atom.list(layer.shape().dimension(k));
            axes.add(positions);
            storage.addAll(positions);
        }
        storage.addAll(channels);
        return Data.of(layer, Storage.of(storage), axes);
    }

    /** A pool. */
    static void pool(Node node, PoolKind kind, Scope scope) throws UnexpressibleException {
        Data data = kind == PoolKind.MAX ? unpadded(scope.scaled(node, 0)) : scope.scaled(node, 0);
        int dimensions = dimensions(data);
        if (node.outputs().size() > 1 && !scope.graph().readers(node.output(1)).isEmpty()) {
            throw new UnexpressibleException("it returns the indices of the maxima, which no layer does");
        }
        if (!node.integers("dilations", dimensions, 1).stream().allMatch(dilation -> dilation == 1)) {
            throw new UnexpressibleException("its pools have a dilation, which Longhand's don't have");
        }
        WindowSetting window = WindowPadding.window(node, data, node.integers("kernel_shape", dimensions, 1));
        boolean isPadded = !WindowPadding.isNone(node, data);
        if (kind == PoolKind.AVERAGE && isPadded && node.integer("count_include_pad", 0) == 0) {
            throw new UnexpressibleException(
                    "it doesn't count padding (count_include_pad = 0), but Longhand's average pools count it as 0");
        }
        scope.set(node, pooled(node, kind, window, data, scope));
    }

    private static Data unpadded(Data data) throws UnexpressibleException {
        if (data.pads() != null) {
            throw new UnexpressibleException("it reads padded zeros, but Longhand's max pools ignore padding");
        }
        return data;
    }

    /** A pool with the window of a node. */
    static Data pooled(Node node, PoolKind kind, WindowSetting window, Data data, Scope scope)
            throws UnexpressibleException {
        if (kind != PoolKind.AVERAGE && data.scale() < 0) {
            throw new UnexpressibleException("it reads numbers that are multiplied by a negative one");
        }
        Reading reading = Reading.exact(
                data, data.axes().subList(2, data.rank()), data.axes().get(1), scope.drafts());
        Draft layer = scope.drafts().add(node, new LayerSettings.Pool(kind, window), reading.layer());
        List<Atom> stored = data.storage().atoms();
        List<Atom> channels = data.axis(1);
        Data output = slid(data, layer, channels);
        List<Atom> storage = new ArrayList<>(output.storage().atoms());
        storage.removeAll(channels);
        stored.stream().filter(channels::contains).forEach(storage::add);
        return new Data(layer, Storage.of(storage), output.axes(), data.scale(), null, null, List.of());
    }

    /** The mean or maximum over all axes from the third on, which stay with size 1. */
    static void poolAll(Node node, PoolKind kind, Scope scope) throws UnexpressibleException {
        Data data = scope.scaled(node, 0);
        List<Integer> axes = new ArrayList<>();
        for (int i = 2; i < data.rank(); i++) {
            axes.add(i);
        }
        scope.set(node, reduced(node, kind, data, axes, true, scope));
    }

    /** {@code ReduceMean} or {@code ReduceMax}. */
    static void reduce(Node node, PoolKind kind, Scope scope) throws UnexpressibleException {
        Data data = scope.scaled(node, 0);
        List<Long> given = scope.wholes(node, "axes", 1).orElse(List.of());
        List<Integer> axes = new ArrayList<>();
        for (long axis : given) {
            axes.add(data.axisIndex(axis));
        }
        if (axes.isEmpty()) {
            if (node.integer("noop_with_empty_axes", 0) != 0) {
                scope.set(node, data);
                return;
            }
            throw new UnexpressibleException("it reduces all axes, the batch included");
        }
        scope.set(node, reduced(node, kind, data, axes, node.integer("keepdims", 1) != 0, scope));
    }

    private static Data reduced(
            Node node, PoolKind kind, Data data, List<Integer> reducedAxes, boolean keepsAxes, Scope scope)
            throws UnexpressibleException {
        if (data.pads() != null || kind == PoolKind.MAX && data.scale() < 0) {
            throw new UnexpressibleException("it reads padded or negated numbers");
        }
        List<Atom> kept = new ArrayList<>();
        List<List<Atom>> reduced = new ArrayList<>();
        List<List<Atom>> axes = new ArrayList<>();
        for (int i = 0; i < data.rank(); i++) {
            boolean isReduced = reducedAxes.contains(i);
            if (isReduced && data.isBatch(i)) {
                throw new UnexpressibleException("it's computed over the batch");
            }
            if (isReduced) {
                reduced.add(data.axis(i));
            } else {
                kept.addAll(data.axis(i));
            }
            if (!isReduced || keepsAxes) {
                axes.add(isReduced ? List.of() : data.axes().get(i));
            }
        }
        kept.remove(Atom.BATCH);
        Reading reading = WindowPadding.reading(data, reduced, kept, scope.drafts());
        Draft layer = scope.drafts().add(node, whole(kind, reading.layer()), reading.layer());
        List<Atom> storage = new ArrayList<>(data.storage().atoms());
        storage.removeIf(atom -> !kept.contains(atom));
        return new Data(layer, Storage.of(storage), axes, data.scale(), null, null, List.of());
    }

    /** A pool over the whole image or sequence that a layer computes. */
    private static LayerSettings whole(PoolKind kind, Draft input) {
        boolean isImage = input.shape().isImage();
        if (isImage && kind == PoolKind.AVERAGE) {
            return new LayerSettings.GlobalAveragePool();
        }
        List<Integer> size = input.shape().dimensions().subList(0, isImage ? 2 : 1);
        List<Integer> ones = size.stream().map(any -> 1).toList();
        return new LayerSettings.Pool(kind, new WindowSetting(size, size, ones, PaddingSetting.none(size.size())));
    }
}
