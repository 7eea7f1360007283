package dev.longhand.processor.plan;

import java.util.Locale;

/** The names that generated source derives from a layer's name. */
public final class Names {

    private Names() {}

    /** {@code hiddenLayer1} as a constant: {@code HIDDEN_LAYER1}. */
    public static String constant(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }
}
