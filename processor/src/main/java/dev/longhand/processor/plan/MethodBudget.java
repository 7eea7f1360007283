package dev.longhand.processor.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * How much one generated method may hold. HotSpot doesn't compile a method of more than 8,000 bytecodes, which then
 * runs some twenty times slower, and a class file allows at most 65,535.
 */
public final class MethodBudget {

    /** The most calls of one method. */
    private static final int MOST_CALLS = 100;

    /** The most explicit initial values that are written where the layer is described. */
    private static final int MOST_VALUES = 50;

    /** The most values of one method that holds nothing else. */
    private static final int VALUES_OF_A_METHOD = 500;

    private static final int BYTECODES_OF_VALUE = 8;
    private static final int BYTECODES_OF_LAYER = 120;
    private static final int BYTECODES_OF_STATE = 25;

    /** Leaves room below HotSpot's limit. */
    private static final int LARGEST_DESCRIPTION = 6_000;

    private MethodBudget() {}

    /**
     * Consecutive items of a list that go into one method.
     *
     * @param first the index of the first item
     * @param items the items
     */
    public record Part<T>(int first, List<T> items) {

        public Part {
            items = List.copyOf(items);
        }

        /** {@code 1To100}: the numbers of the first and the last item, counted from 1. */
        public String range() {
            return (first + 1) + "To" + (first + items.size());
        }
    }

    /** The methods that the calls of a pass go into. */
    public static List<Part<String>> calls(List<String> calls) {
        return parts(calls, MOST_CALLS);
    }

    /** The methods that values set by hand go into. */
    public static List<Part<Float>> values(List<Float> values) {
        return parts(values, VALUES_OF_A_METHOD);
    }

    /** Whether values set by hand are too many to stand where the layer is described. */
    public static boolean needMethods(List<Float> values) {
        return values.size() > MOST_VALUES;
    }

    /** The methods that the descriptions of layers go into. */
    public static List<Part<LayerPlan>> descriptions(List<LayerPlan> layers) {
        List<Part<LayerPlan>> parts = new ArrayList<>();
        int first = 0;
        int bytecodes = 0;
        for (int i = 0; i < layers.size(); i++) {
            int more = bytecodes(layers.get(i));
            if (bytecodes + more > LARGEST_DESCRIPTION) {
                parts.add(new Part<>(first, layers.subList(first, i)));
                first = i;
                bytecodes = 0;
            }
            bytecodes += more;
        }
        parts.add(new Part<>(first, layers.subList(first, layers.size())));
        return parts;
    }

    private static int bytecodes(LayerPlan layer) {
        int values = layer.head().parameters().stream()
                .map(parameter -> parameter.start().values())
                .filter(all -> !needMethods(all))
                .mapToInt(List::size)
                .sum();
        return BYTECODES_OF_LAYER
                + BYTECODES_OF_VALUE * values
                + BYTECODES_OF_STATE * layer.state().size();
    }

    private static <T> List<Part<T>> parts(List<T> items, int most) {
        List<Part<T>> parts = new ArrayList<>();
        for (int first = 0; first < items.size(); first += most) {
            parts.add(new Part<>(first, items.subList(first, Math.min(first + most, items.size()))));
        }
        return parts;
    }
}
