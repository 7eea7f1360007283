package dev.longhand.report.diagram;

import dev.longhand.Activation;
import dev.longhand.Setting;
import dev.longhand.model.LayerInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Layers in a few words. */
public final class LayerWords {

    private LayerWords() {}

    /** Its kind and what distinguishes it from others of its kind: {@code Conv2d 3×3, stride 2, relu}. */
    public static String of(LayerInfo layer) {
        List<String> words = new ArrayList<>();
        layer.settings().values().forEach((name, setting) -> {
            String value = setting.toString();
            switch (name) {
                case "kernel", "size" -> words.add(0, sizes(layer, value));
                case "stride", "dilation" -> {
                    // A pool's stride is its size, unless its declaration says otherwise.
                    boolean isUsual = value.equals("1") || (name.equals("stride") && value.equals(size(layer)));
                    if (!isUsual) {
                        words.add(name + " " + value.replace(", ", "×"));
                    }
                }
                case "groups", "rate", "stddev" -> words.add(name + " " + value);
                case "returnSequences" -> {
                    if (value.equals("true")) {
                        words.add("all steps");
                    }
                }
                default -> {
                    // Everything else is in the formula, or follows from the shapes.
                }
            }
        });
        Activation activation = layer.settings().activation();
        if (activation != Activation.IDENTITY) {
            words.add(activation.name().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
        String more = words.stream().filter(word -> !word.isEmpty()).collect(Collectors.joining(", "));
        return more.isEmpty() ? layer.kind() : layer.kind() + " " + more;
    }

    /** The size of a pool; empty for other layers. */
    private static String size(LayerInfo layer) {
        Setting size = layer.settings().values().get("size");
        return size == null ? "" : size.toString();
    }

    /** The rows and columns of images, or the steps of sequences: {@code 3×3}. */
    private static String sizes(LayerInfo layer, String numbers) {
        boolean isEqual = !numbers.contains(",") && layer.kind().endsWith("2d");
        return isEqual ? numbers + "×" + numbers : numbers.replace(", ", "×");
    }

    /** The family of layers that a kind belongs to, a class of the style sheet. */
    static String family(String kind) {
        if (kind.startsWith("Conv")) {
            return "convolution";
        }
        if (kind.contains("Pool")) {
            return "pool";
        }
        return switch (kind) {
            case "Dense" -> "dense";
            case "Rnn", "Gru", "Lstm", "Bidirectional" -> "recurrent";
            case "BatchNorm", "LayerNorm" -> "norm";
            case "Dropout", "GaussianNoise", "SpatialDropout" -> "random";
            case "Embedding" -> "embedding";
            case "Add", "Concat", "Multiply", "Average", "Maximum" -> "merge";
            default -> "other";
        };
    }
}
