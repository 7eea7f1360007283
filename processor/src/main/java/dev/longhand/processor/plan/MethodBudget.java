package dev.longhand.processor.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * How much one generated method may hold. HotSpot doesn't compile a method of more than 8,000 bytecodes, which then
 * runs some twenty times slower, and a class file allows at most 65,535.
 */
final class MethodBudget {

    /** The most calls of one method. */
    private static final int MAX_CALLS = 100;

    /** The most calls of one pass whose arrays are local variables, where one method has them all. */
    private static final int MAX_CALLS_WITH_ARRAYS = 40;

    /** The most explicit initial values that are written where the layer is described. */
    private static final int MAX_VALUES = 50;

    /** The most values of one method that holds nothing else. */
    private static final int MAX_VALUES_OF_METHOD = 500;

    private static final int BYTECODES_OF_VALUE = 8;
    private static final int BYTECODES_OF_LAYER = 120;
    private static final int BYTECODES_OF_STATE = 25;
    private static final int BYTECODES_OF_SETTING = 40;

    /** Leaves room below HotSpot's limit. */
    private static final int MAX_DESCRIPTION = 6_000;

    private MethodBudget() {}

    /** The methods that the layers' calls in a pass go into. A layer counts one call, and one for each sum after it. */
    static List<MethodPart<LayerPlan>> passes(List<LayerPlan> layers, ToIntFunction<LayerPlan> calls) {
        return parts(layers, calls, MAX_CALLS);
    }

    /** The methods that calls go into. */
    static <T> List<MethodPart<T>> calls(List<T> calls) {
        return parts(calls, call -> 1, MAX_CALLS);
    }

    /** Whether the layers' calls fit one method twice, forward and backward, together with the arrays that they fill. */
    static boolean fitOneMethod(List<LayerPlan> layers, ToIntFunction<LayerPlan> calls) {
        return layers.stream().mapToInt(calls).sum() <= MAX_CALLS_WITH_ARRAYS;
    }

    /** The methods that values set by hand go into. */
    static List<MethodPart<Float>> values(List<Float> values) {
        return parts(values, value -> 1, MAX_VALUES_OF_METHOD);
    }

    /** Whether values set by hand are too many to be written where the layer is described. */
    static boolean needMethods(List<Float> values) {
        return values.size() > MAX_VALUES;
    }

    /** The methods that the descriptions of layers go into, each with so many settings. */
    static List<MethodPart<LayerPlan>> descriptions(List<LayerPlan> layers, ToIntFunction<LayerPlan> settings) {
        return parts(
                layers, layer -> bytecodes(layer) + BYTECODES_OF_SETTING * settings.applyAsInt(layer), MAX_DESCRIPTION);
    }

    private static int bytecodes(LayerPlan layer) {
        int values = layer.head().parameters().stream()
                .map(parameter -> parameter.initialization().values())
                .filter(all -> !needMethods(all))
                .mapToInt(List::size)
                .sum();
        return BYTECODES_OF_LAYER
                + BYTECODES_OF_VALUE * values
                + BYTECODES_OF_STATE * layer.state().size();
    }

    /** As few parts as possible of at most so much each; an item that is larger is a part alone. */
    private static <T> List<MethodPart<T>> parts(List<T> items, ToIntFunction<T> size, int most) {
        List<MethodPart<T>> parts = new ArrayList<>();
        int first = 0;
        int sum = 0;
        for (int i = 0; i < items.size(); i++) {
            int more = size.applyAsInt(items.get(i));
            if (sum + more > most && i > first) {
                parts.add(new MethodPart<>(first, items.subList(first, i)));
                first = i;
                sum = 0;
            }
            sum += more;
        }
        if (first < items.size()) {
            parts.add(new MethodPart<>(first, items.subList(first, items.size())));
        }
        return parts;
    }
}
