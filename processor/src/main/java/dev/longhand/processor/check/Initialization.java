package dev.longhand.processor.check;

import dev.longhand.Initializer;
import java.util.ArrayList;
import java.util.List;

/**
 * The initial values of parameters: {@code values} if there are any, otherwise the distribution. If there are fewer values
 * than parameters, each value fills one of equally large parts.
 */
public record Initialization(Initializer initializer, float scale, List<Float> values) {

    public Initialization {
        values = List.copyOf(values);
    }

    /** Equally large parts, each filled with one number. */
    public static Initialization parts(float... values) {
        List<Float> list = new ArrayList<>();
        for (float value : values) {
            list.add(value);
        }
        return new Initialization(Initializer.CONSTANT, Initializer.CONSTANT.defaultScale(), list);
    }
}
