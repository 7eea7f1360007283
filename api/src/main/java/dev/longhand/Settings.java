package dev.longhand;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The settings of a layer that the shapes of its input, output and parameters don't tell, by the names of its annotation's
 * attributes. Defaults are resolved: the stride of a pool is a number, and so is padding, also where the declaration says
 * {@code SAME}. How layers are initialized and penalized isn't among them.
 *
 * <table>
 * <caption>The settings of each layer</caption>
 * <tr><th>setting</th><th>type</th><th>layers</th><th>if absent</th></tr>
 * <tr><td>activation</td><td>{@link #activation()}, {@link #slope()}</td>
 *     <td>Dense, Conv1d, Conv2d, Rnn, Activate</td><td>IDENTITY</td></tr>
 * <tr><td>kernel</td><td>2 integers: rows, columns; of Conv1d 1</td><td>Conv1d, Conv2d</td><td></td></tr>
 * <tr><td>size</td><td>2 integers: rows, columns; of sequences 1</td>
 *     <td>MaxPool1d, MaxPool2d, AvgPool1d, AvgPool2d, StochasticPool2d</td><td></td></tr>
 * <tr><td>stride</td><td>as many</td><td>convolutions and pools</td><td>1</td></tr>
 * <tr><td>dilation</td><td>as many</td><td>convolutions</td><td>1</td></tr>
 * <tr><td>padding</td><td>4 integers: top, left, bottom, right; of sequences 2: before, after</td>
 *     <td>convolutions and pools</td><td>0</td></tr>
 * <tr><td>groups</td><td>integer</td><td>convolutions</td><td>1</td></tr>
 * <tr><td>epsilon</td><td>number</td><td>BatchNorm, LayerNorm</td><td></td></tr>
 * <tr><td>momentum</td><td>number</td><td>BatchNorm</td><td></td></tr>
 * <tr><td>rate</td><td>number</td><td>Dropout</td><td></td></tr>
 * <tr><td>stddev</td><td>number</td><td>GaussianNoise</td><td></td></tr>
 * <tr><td>returnSequences</td><td>flag</td><td>Rnn, Gru, Lstm</td><td>false</td></tr>
 * </table>
 *
 * <p>What isn't in the table has one value for all layers of a kind, and the javadoc of its annotation tells it: that
 * padding counts as 0 in the mean of an average pool, for example, or the order of the gates of {@code Gru}.
 *
 * @param values the settings in the order in which the layer names them, without those that have the value in the last column
 */
public record Settings(Map<String, Setting> values) {

    /** No settings. */
    public static final Settings NONE = new Settings(Map.of());

    private static final String ACTIVATION = "activation";

    private static final Map<String, Setting> IF_ABSENT = Map.of(
            ACTIVATION,
            Setting.IDENTITY,
            "stride",
            Setting.integers(1),
            "dilation",
            Setting.integers(1),
            "padding",
            Setting.integers(0),
            "groups",
            Setting.integers(1),
            "returnSequences",
            new Setting.Flag(false));

    /** Keeps a copy. */
    public Settings {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** These settings and whole numbers, which are kept once where they repeat. */
    public Settings withIntegers(String name, int... numbers) {
        return with(name, Setting.integers(numbers));
    }

    /** These settings and a number. */
    public Settings withNumber(String name, float number) {
        return with(name, new Setting.Number(number));
    }

    /** These settings and a choice between yes and no. */
    public Settings withFlag(String name, boolean flag) {
        return with(name, new Setting.Flag(flag));
    }

    /** These settings and a word. */
    public Settings withText(String name, String word) {
        return with(name, new Setting.Text(word));
    }

    /**
     * These settings and an activation.
     *
     * @param slope its slope, 1 for a function without one
     */
    public Settings withActivation(Activation activation, float slope) {
        return with(ACTIVATION, new Setting.Function(activation, slope));
    }

    /** These settings and another, which isn't kept if it has the value that it has if absent. */
    public Settings with(String name, Setting value) {
        Map<String, Setting> more = new LinkedHashMap<>(values);
        if (value.equals(IF_ABSENT.get(name))) {
            more.remove(name);
        } else {
            more.put(name, value);
        }
        return new Settings(more);
    }

    /**
     * A whole number.
     *
     * @throws IllegalArgumentException if the layer has no such setting, or it has another type
     */
    public int integer(String name) {
        return integers(name, 1).get(0);
    }

    /**
     * Whole numbers, repeated until there are {@code count}: one number for rows and columns stands for both, and two
     * numbers of padding stand for top and left and for bottom and right.
     *
     * @throws IllegalArgumentException if the layer has no such setting, it has another type, or the numbers can't be
     *     repeated to give {@code count}
     */
    public List<Integer> integers(String name, int count) {
        List<Integer> numbers = get(name, Setting.Integers.class).values();
        if (count < numbers.size() || count % numbers.size() != 0) {
            throw new IllegalArgumentException(
                    "the setting \"%s\" has %d numbers, %s, not %d".formatted(name, numbers.size(), numbers, count));
        }
        List<Integer> repeated = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            repeated.add(numbers.get(i % numbers.size()));
        }
        return List.copyOf(repeated);
    }

    /**
     * A number.
     *
     * @throws IllegalArgumentException if the layer has no such setting, or it has another type
     */
    public float number(String name) {
        return get(name, Setting.Number.class).value();
    }

    /**
     * A choice between yes and no.
     *
     * @throws IllegalArgumentException if the layer has no such setting, or it has another type
     */
    public boolean flag(String name) {
        return get(name, Setting.Flag.class).value();
    }

    /**
     * A word.
     *
     * @throws IllegalArgumentException if the layer has no such setting, or it has another type
     */
    public String text(String name) {
        return get(name, Setting.Text.class).value();
    }

    /** The activation, {@link Activation#IDENTITY} for layers without one. */
    public Activation activation() {
        return get(ACTIVATION, Setting.Function.class).activation();
    }

    /** The slope of the activation, 1 for a function without one. */
    public float slope() {
        return get(ACTIVATION, Setting.Function.class).slope();
    }

    /** The value of a setting that a layer doesn't name; empty for settings that each layer with them names. */
    public static Optional<Setting> ifAbsent(String name) {
        return Optional.ofNullable(IF_ABSENT.get(name));
    }

    /** Whether the layer names this setting. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    private <T extends Setting> T get(String name, Class<T> type) {
        Setting value = values.containsKey(name) ? values.get(name) : IF_ABSENT.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "no setting \"" + name + "\"" + (values.isEmpty() ? "" : ", only " + values.keySet()));
        }
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("the setting \"%s\", %s, is of type %s, not %s"
                    .formatted(name, value, value.getClass().getSimpleName(), type.getSimpleName()));
        }
        return type.cast(value);
    }

    /** {@code kernel = 3; stride = 1, 2}. */
    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(setting -> setting.getKey() + " = " + setting.getValue())
                .collect(Collectors.joining("; "));
    }
}
