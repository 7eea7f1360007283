package dev.longhand.importer.keras;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A layer as Keras describes it.
 *
 * @param className its class: {@code Conv2D}
 * @param name its name in the model
 * @param values the arguments of its constructor by name
 */
record LayerConfig(String className, String name, JsonObject values) {

    /** The value of an argument; null if there's none, or it's Python's None. */
    @Nullable
    JsonElement get(String argument) {
        JsonElement value = values.get(argument);
        return value == null || value.isJsonNull() ? null : value;
    }

    boolean has(String argument) {
        return get(argument) != null;
    }

    boolean flag(String argument, boolean otherwise) throws UnsupportedLayerException {
        JsonElement value = get(argument);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof JsonPrimitive primitive && primitive.isBoolean()) {
            return primitive.getAsBoolean();
        }
        throw wrong(argument, "True or False", value);
    }

    int integer(String argument, int otherwise) throws UnsupportedLayerException {
        JsonElement value = get(argument);
        return value == null ? otherwise : integer(argument, value);
    }

    private int integer(String argument, JsonElement value) throws UnsupportedLayerException {
        double number = number(argument, value);
        if (number != (int) number) {
            throw wrong(argument, "a whole number", value);
        }
        return (int) number;
    }

    double number(String argument, double otherwise) throws UnsupportedLayerException {
        JsonElement value = get(argument);
        return value == null ? otherwise : number(argument, value);
    }

    private double number(String argument, JsonElement value) throws UnsupportedLayerException {
        if (value instanceof JsonPrimitive primitive && primitive.isNumber()) {
            return primitive.getAsDouble();
        }
        throw wrong(argument, "a number", value);
    }

    String text(String argument, String otherwise) throws UnsupportedLayerException {
        JsonElement value = get(argument);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof JsonPrimitive primitive && primitive.isString()) {
            return primitive.getAsString();
        }
        throw wrong(argument, "a text", value);
    }

    /** Numbers, of which one may stand for {@code count} equal ones; empty if the argument isn't given. */
    List<Integer> integers(String argument, int count) throws UnsupportedLayerException {
        JsonElement value = get(argument);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof JsonArray array)) {
            return Collections.nCopies(count, integer(argument, value));
        }
        List<Integer> numbers = new ArrayList<>();
        for (JsonElement element : array) {
            numbers.add(integer(argument, element));
        }
        if (numbers.size() != count) {
            throw wrong(argument, count + " numbers", value);
        }
        return numbers;
    }

    /** All numbers of a list of lists. */
    List<Integer> flatIntegers(String argument) throws UnsupportedLayerException {
        List<Integer> numbers = new ArrayList<>();
        JsonElement value = get(argument);
        if (value != null) {
            collect(argument, value, numbers);
        }
        return numbers;
    }

    private void collect(String argument, JsonElement value, List<Integer> numbers) throws UnsupportedLayerException {
        if (value instanceof JsonArray array) {
            for (JsonElement element : array) {
                collect(argument, element, numbers);
            }
        } else {
            numbers.add(integer(argument, value));
        }
    }

    /** Refuses the layer if the argument is another than the one value that Longhand has. */
    void require(String argument, boolean only) throws UnsupportedLayerException {
        if (flag(argument, only) != only) {
            throw new UnsupportedLayerException("its " + argument + " is " + (only ? "False" : "True"));
        }
    }

    /** Refuses channels that come first. */
    void requireChannelsLast() throws UnsupportedLayerException {
        String format = text("data_format", "channels_last");
        if (!format.equals("channels_last")) {
            throw new UnsupportedLayerException("its data_format is " + format + ", but images have channels last");
        }
    }

    private static UnsupportedLayerException wrong(String argument, String expected, JsonElement value) {
        return new UnsupportedLayerException("its " + argument + " must be " + expected + ", not " + value);
    }
}
