package dev.longhand.processor.check;

import java.util.Locale;

/** The names that generated source derives from a layer's name. */
public final class Names {

    private Names() {}

    /** The layer's constant: {@code hiddenLayer1} is {@code HIDDEN_LAYER1}. */
    public static String constant(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }
}
