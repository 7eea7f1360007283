package dev.longhand.processor.check;

import dev.longhand.Initializer;
import java.util.ArrayList;
import java.util.List;

/**
 * What parameters start from: {@code values} if there are any, otherwise the distribution. If there are fewer values
 * than parameters, each value is the start of one of equally large parts.
 */
public record Start(Initializer initializer, float scale, List<Float> values) {

    public Start {
        values = List.copyOf(values);
    }

    /** Equally large parts, each filled with one number. */
    public static Start parts(float... values) {
        List<Float> list = new ArrayList<>();
        for (float value : values) {
            list.add(value);
        }
        return new Start(Initializer.CONSTANT, Initializer.CONSTANT.defaultScale(), list);
    }
}
