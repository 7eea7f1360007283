package dev.longhand.processor.plan;

import java.util.List;

/**
 * Consecutive items of a list that go into one method.
 *
 * @param first the index of the first item
 * @param items the items
 */
public record MethodPart<T>(int first, List<T> items) {

    public MethodPart {
        items = List.copyOf(items);
    }

    /** The methods that calls go into. */
    public static <T> List<MethodPart<T>> ofCalls(List<T> calls) {
        return MethodBudget.calls(calls);
    }

    /** {@code 1To100}: the numbers of the first and the last item, counted from 1. */
    public String range() {
        return (first + 1) + "To" + (first + items.size());
    }
}
