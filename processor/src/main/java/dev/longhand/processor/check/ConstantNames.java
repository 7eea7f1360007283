package dev.longhand.processor.check;

import java.util.Locale;
import java.util.Set;

/** The names of constants in generated source. */
public final class ConstantNames {

    /** The endings of constants that belong to a layer, such as the offsets of its parameters. */
    private static final Set<String> ENDINGS = Set.of(
            "W",
            "B",
            "U",
            "C",
            "E",
            "GAMMA",
            "BETA",
            "MEAN",
            "VARIANCE", //
            "Z",
            "M",
            "I",
            "D",
            "V",
            "H",
            "DZ",
            "DV",
            "DH",
            "DC",
            "GATES",
            "PREVIOUS",
            "STATISTICS",
            "FOLDED",
            "FOLDED_SHAPE",
            "SHAPE",
            "W_SHAPE",
            "U_SHAPE",
            "TABLE");

    private ConstantNames() {}

    /** The layer's constant: {@code hiddenLayer1} is {@code HIDDEN_LAYER1}. */
    public static String of(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    /** One of a layer's own constants: {@code HIDDEN_W} of {@code HIDDEN}. */
    public static String of(String layer, String ending) {
        if (!ENDINGS.contains(ending)) {
            throw new IllegalArgumentException("another layer may be called " + layer + "_" + ending);
        }
        return layer + "_" + ending;
    }

    /** Whether {@code constant}, that of another layer, may be one of the layer's own. */
    public static boolean areSame(String layer, String constant) {
        return constant.startsWith(layer + "_") && ENDINGS.contains(constant.substring(layer.length() + 1));
    }
}
