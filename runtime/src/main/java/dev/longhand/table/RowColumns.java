package dev.longhand.table;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The columns of rows that are objects, such as records: a name and a method for each. Immutable.
 *
 * <pre>{@code
 * record Flower(double petalLength, double petalWidth) {}
 *
 * RowColumns<Flower> columns = RowColumns.of("petal length", Flower::petalLength).and("petal width", Flower::petalWidth);
 * model.predict(new Flower(1.4, 0.2), columns);
 * }</pre>
 *
 * @param <R> the type of a row
 */
public final class RowColumns<R> {

    private final Map<String, Function<? super R, ?>> values;

    private RowColumns(Map<String, Function<? super R, ?>> values) {
        this.values = values;
    }

    /** A single column, whose value is a number, a text, an enum constant, or null if it's missing. */
    public static <R> RowColumns<R> of(String column, Function<? super R, ? extends @Nullable Object> value) {
        return new RowColumns<R>(Map.of()).and(column, value);
    }

    /** The same with one more column. */
    public RowColumns<R> and(String column, Function<? super R, ? extends @Nullable Object> value) {
        Map<String, Function<? super R, ?>> more = new LinkedHashMap<>(values);
        if (more.put(column, value) != null) {
            throw new IllegalArgumentException("the column " + Names.quoted(column) + " is there already");
        }
        return new RowColumns<>(more);
    }

    /** An object as a row. */
    Row row(R row) {
        return new Row() {
            @Override
            public @Nullable Cell cell(String column) {
                Function<? super R, ?> value = values.get(column);
                return value == null ? null : MapRow.cell(column, value.apply(row));
            }

            @Override
            public Collection<String> names() {
                return values.keySet();
            }

            @Override
            public String place() {
                return "";
            }
        };
    }
}
