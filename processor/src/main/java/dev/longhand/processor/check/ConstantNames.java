package dev.longhand.processor.check;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The names of constants in generated source. Those of integers begin with what they are an index into; a layer's
 * descriptor for kernels has the layer's name.
 */
public final class ConstantNames {

    private static final String LAYER = "LAYER_";
    private static final String BUFFER = "BUFFER_";
    private static final String PARAMETER = "P_";
    private static final String STATE = "S_";

    /** The endings of a layer's descriptors beside that of the layer. */
    private static final Set<String> DESCRIPTORS = Set.of("W", "U", "FOLDED");

    /** Where a word begins in a name. */
    private static final Pattern WORD = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private ConstantNames() {}

    /** A layer's name as a constant, which is its descriptor: {@code hiddenLayer1} is {@code HIDDEN_LAYER1}. */
    public static String of(String layer) {
        return WORD.matcher(layer).replaceAll("_").toUpperCase(Locale.ROOT);
    }

    /** The index of a layer: {@code LAYER_HIDDEN}. */
    public static String layer(String layer) {
        return LAYER + of(layer);
    }

    /** The index of a buffer: {@code BUFFER_HIDDEN_Z}. */
    public static String buffer(String layer, String symbol) {
        return BUFFER + of(layer) + "_" + symbol;
    }

    /** Where an array of parameters begins in p and g: {@code P_HIDDEN_W}. */
    public static String parameter(String layer, String symbol) {
        return PARAMETER + of(layer) + "_" + symbol;
    }

    /** Where an array of state begins: {@code S_NORM_MEAN}. */
    public static String state(String layer, String symbol) {
        return STATE + of(layer) + "_" + symbol;
    }

    /** The descriptor of a part of a layer: {@code READER_W}. */
    public static String descriptor(String layer, String ending) {
        if (!DESCRIPTORS.contains(ending)) {
            throw new IllegalArgumentException("another layer may be called " + layer + "_" + ending);
        }
        return of(layer) + "_" + ending;
    }

    /** The constants of the layers that could have another constant of this name. */
    static Set<String> owners(String constant) {
        Set<String> owners = new TreeSet<>();
        if (constant.startsWith(LAYER)) {
            owners.add(constant.substring(LAYER.length()));
        }
        for (String prefix : Set.of(BUFFER, PARAMETER, STATE)) {
            for (int end = constant.indexOf('_', prefix.length());
                    end > 0 && constant.startsWith(prefix);
                    end = constant.indexOf('_', end + 1)) {
                owners.add(constant.substring(prefix.length(), end));
            }
        }
        for (String ending : DESCRIPTORS) {
            if (constant.endsWith("_" + ending)) {
                owners.add(constant.substring(0, constant.length() - ending.length() - 1));
            }
        }
        return owners;
    }
}
