package dev.longhand.data;

import dev.longhand.Shape;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Replaces categorical inputs, numbers that only name a category, by one input for each category: 1 for
 * the input's category, 0 for the others. Immutable.
 *
 * <pre>{@code
 * // height, weight, pulse, sex 1 or 2, blood group 1 to 4
 * OneHotEncoder encoder = OneHotEncoder.none().column(3, 1, 2).column(4, 1, 2, 3, 4);
 * encoder.apply(1.755f, 65.5f, 122, 1, 3); // 1.755, 65.5, 122, 1, 0, 0, 0, 1, 0
 * }</pre>
 */
public final class OneHotEncoder {

    private final SortedMap<Integer, float[]> categories;

    private OneHotEncoder(SortedMap<Integer, float[]> categories) {
        this.categories = categories;
    }

    /** An encoder that changes nothing yet. */
    public static OneHotEncoder none() {
        return new OneHotEncoder(new TreeMap<>());
    }

    /** An encoder of these columns, counted from 0, with the values that each has in these samples, in rising order. */
    public static OneHotEncoder fit(Dataset data, int... columns) {
        OneHotEncoder encoder = none();
        float[] x = new float[data.inputShape().size()];
        for (int column : columns) {
            if (column < 0 || column >= x.length) {
                throw new IllegalArgumentException(
                        "there is no column " + column + ": the " + x.length + " inputs are counted from 0");
            }
            TreeSet<Float> values = new TreeSet<>();
            for (int sample = 0; sample < data.size(); sample++) {
                data.copyInputs(sample, 1, x);
                LinearScaling.requireFinite(x[column], sample, column);
                values.add(number(x[column]));
            }
            float[] sorted = new float[values.size()];
            int i = 0;
            for (float value : values) {
                sorted[i++] = value;
            }
            encoder = encoder.column(column, sorted);
        }
        return encoder;
    }

    /**
     * The same with one more categorical column.
     *
     * @param column its index, from 0
     * @param values all values it may have, at least 1, each once, in the order of the inputs they become
     */
    public OneHotEncoder column(int column, float... values) {
        if (column < 0) {
            throw new IllegalArgumentException("there is no column " + column + ": inputs are counted from 0");
        }
        if (values.length == 0) {
            throw new IllegalArgumentException("column " + column + " needs at least 1 category");
        }
        Set<Float> seen = new TreeSet<>();
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new IllegalArgumentException("column " + column + " can't have the category " + value
                        + ", which is no number: replace missing values first");
            }
            if (!seen.add(number(value))) {
                throw new IllegalArgumentException("column " + column + " has the category " + value + " twice");
            }
        }
        SortedMap<Integer, float[]> more = new TreeMap<>(categories);
        if (more.put(column, values.clone()) != null) {
            throw new IllegalArgumentException("column " + column + " has its categories already");
        }
        return new OneHotEncoder(more);
    }

    /**
     * A copy of one input, encoded.
     *
     * @throws IllegalArgumentException if it has a category that isn't known
     */
    public float[] apply(float... x) {
        float[] encoded = new float[encodedSize(x.length)];
        encode(x, -1, encoded, 0);
        return encoded;
    }

    /** Encodes x, which is sample {@code sample} of a data set, or a single one where it's negative. */
    private void encode(float[] x, int sample, float[] encoded, int offset) {
        int next = offset;
        for (int i = 0; i < x.length; i++) {
            float[] values = categories.get(i);
            if (values == null) {
                encoded[next++] = x[i];
            } else {
                encoded[next + category(i, sample, values, x[i])] = 1;
                next += values.length;
            }
        }
    }

    /**
     * The same samples with encoded inputs.
     *
     * @throws IllegalArgumentException if one has a category that isn't known
     */
    public Dataset apply(Dataset data) {
        int width = encodedSize(data.inputShape().size());
        float[] all = new float[Rows.size("encoded inputs", data.size(), width)];
        for (int sample = 0; sample < data.size(); sample++) {
            encode(data.input(sample), sample, all, sample * width);
        }
        return data.withInputs(all, Shape.of(width));
    }

    /** The value as a map key: −0 and 0 are the same number. */
    private static float number(float value) {
        return value == 0 ? 0 : value;
    }

    private int encodedSize(int size) {
        int encoded = size;
        for (Map.Entry<Integer, float[]> column : categories.entrySet()) {
            if (column.getKey() >= size) {
                throw new IllegalArgumentException("there is no column " + column.getKey() + " in an input of " + size
                        + " numbers: they are counted from 0");
            }
            encoded += column.getValue().length - 1;
        }
        return encoded;
    }

    private static int category(int column, int sample, float[] values, float value) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == value) {
                return i;
            }
        }
        throw new IllegalArgumentException("column " + column + (sample < 0 ? "" : " of sample " + sample)
                + " has the value " + value + ", which isn't among its "
                + values.length + " categories");
    }
}
