package dev.longhand.processor.check;

import java.util.Locale;
import java.util.Set;

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

    private ConstantNames() {}

    /** A layer's name as a constant, which is its descriptor: {@code hiddenLayer1} is {@code HIDDEN_LAYER1}. */
    public static String of(String layer) {
        return layer.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
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

    /** Whether the descriptor of {@code other} could be another constant of {@code layer}. */
    static boolean mayClash(String layer, String other) {
        String name = of(layer);
        String descriptor = of(other);
        return descriptor.equals(layer(layer))
                || Set.of(BUFFER, PARAMETER, STATE).stream()
                        .anyMatch(prefix -> descriptor.startsWith(prefix + name + "_"))
                || DESCRIPTORS.stream().anyMatch(ending -> descriptor.equals(name + "_" + ending));
    }
}
