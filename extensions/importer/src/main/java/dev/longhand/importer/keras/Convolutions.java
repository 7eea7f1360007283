package dev.longhand.importer.keras;

import dev.longhand.Shape;
import dev.longhand.importer.ActivationSetting;
import dev.longhand.importer.ImportedLayer;
import dev.longhand.importer.ImportedParameter;
import dev.longhand.importer.LayerSettings.Convolution;
import dev.longhand.importer.PaddingSetting;
import dev.longhand.importer.WindowSetting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Convolutions of sequences and images, also depthwise and separable ones. */
final class Convolutions {

    private Convolutions() {}

    /** {@code Conv1D} or {@code Conv2D}, whose kernels are [rows][columns][channels/groups][filters] as here. */
    static List<ImportedLayer> convolution(KerasLayer layer, int dimensions) throws UnsupportedLayerException {
        LayerConfig config = layer.config();
        boolean useBias = config.flag("use_bias", true);
        layer.requireArrays(useBias ? 2 : 1);
        Convolution settings = new Convolution(
                config.integer("filters", 0),
                window(layer, dimensions),
                config.integer("groups", 1),
                Activations.of(layer).activation(),
                useBias);
        return layer.as(settings, parameters(useBias, layer, layer.parameter("weight", 0)));
    }

    /** {@code DepthwiseConv1D} or {@code DepthwiseConv2D}: as many groups as channels. */
    static List<ImportedLayer> depthwise(KerasLayer layer, int dimensions) throws UnsupportedLayerException {
        LayerConfig config = layer.config();
        boolean useBias = config.flag("use_bias", true);
        layer.requireArrays(useBias ? 2 : 1);
        Convolution settings = depthwise(
                layer, window(layer, dimensions), Activations.of(layer).activation(), useBias);
        return layer.as(settings, parameters(useBias, layer, depthwiseKernel(layer, settings)));
    }

    private static Convolution depthwise(
            KerasLayer layer, WindowSetting window, ActivationSetting activation, boolean useBias)
            throws UnsupportedLayerException {
        int channels = layer.input().last();
        int filters = channels * layer.config().integer("depth_multiplier", 1);
        return new Convolution(filters, window, channels, activation, useBias);
    }

    /** Keras' kernel [rows][columns][channels][multiplier] as [rows][columns][1][channels·multiplier]. */
    private static ImportedParameter depthwiseKernel(KerasLayer layer, Convolution settings)
            throws UnsupportedLayerException {
        List<Integer> kernel = new ArrayList<>(settings.kernel().size());
        kernel.add(1);
        kernel.add(settings.filters());
        return layer.parameter(
                "weight", 0, kernel.stream().mapToInt(Integer::intValue).toArray());
    }

    /** {@code SeparableConv1D} or {@code SeparableConv2D}: a depthwise convolution, then one of single pixels or steps. */
    static List<ImportedLayer> separable(KerasLayer layer, int dimensions) throws UnsupportedLayerException {
        LayerConfig config = layer.config();
        boolean useBias = config.flag("use_bias", true);
        layer.requireArrays(useBias ? 3 : 2);
        Convolution spatial = depthwise(layer, window(layer, dimensions), ActivationSetting.IDENTITY, false);
        ImportedLayer first = layer.first("_depthwise", spatial, depthwiseKernel(layer, spatial));
        Convolution pointwise = new Convolution(
                config.integer("filters", 0),
                WindowSetting.of(Collections.nCopies(dimensions, 1).toArray(Integer[]::new)),
                1,
                Activations.of(layer).activation(),
                useBias);
        ImportedParameter weight = layer.parameter("weight", 1);
        ImportedLayer second = useBias
                ? layer.second(first, pointwise, weight, layer.parameter("bias", 2))
                : layer.second(first, pointwise, weight);
        return List.of(first, second);
    }

    private static ImportedParameter[] parameters(boolean useBias, KerasLayer layer, ImportedParameter weight) {
        return useBias
                ? new ImportedParameter[] {weight, layer.parameter("bias", 1)}
                : new ImportedParameter[] {weight};
    }

    private static WindowSetting window(KerasLayer layer, int dimensions) throws UnsupportedLayerException {
        LayerConfig config = layer.config();
        config.requireChannelsLast();
        List<Integer> ones = Collections.nCopies(dimensions, 1);
        List<Integer> size = config.integers("kernel_size", dimensions);
        List<Integer> dilation = orElse(config.integers("dilation_rate", dimensions), ones);
        PaddingSetting padding = padding(layer, dimensions, size, dilation);
        WindowSetting window =
                new WindowSetting(size, orElse(config.integers("strides", dimensions), ones), dilation, padding);
        Shape input = layer.input();
        return input.rank() == dimensions + 1
                ? window.simplified(input.dimensions().subList(0, dimensions))
                : window;
    }

    private static PaddingSetting padding(KerasLayer layer, int dimensions, List<Integer> size, List<Integer> dilation)
            throws UnsupportedLayerException {
        String padding = layer.config().text("padding", "valid");
        if (!layer.zeros().isEmpty() && !padding.equals("valid")) {
            throw new UnsupportedLayerException("it reads a zero padding and has padding \"" + padding + "\" too");
        }
        return switch (padding) {
            case "valid" ->
                layer.zeros().isEmpty() ? PaddingSetting.none(dimensions) : PaddingSetting.of(layer.zeros());
            case "same" -> PaddingSetting.same(dimensions);
            case "causal" -> PaddingSetting.of(List.of(dilation.get(0) * (size.get(0) - 1), 0));
            default -> throw new UnsupportedLayerException("its padding is \"" + padding + "\"");
        };
    }

    private static List<Integer> orElse(List<Integer> numbers, List<Integer> otherwise) {
        return numbers.isEmpty() ? otherwise : numbers;
    }
}
