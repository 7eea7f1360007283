package dev.longhand.table;

import dev.longhand.file.RegularFile;
import dev.longhand.io.InvalidFileException;
import dev.longhand.random.CountedRandom;
import dev.longhand.text.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Rows of named columns, each of them of numbers or of categories, as a CSV file has them. Immutable.
 *
 * <pre>{@code
 * TableSplit split = Table.csv(Path.of("iris.csv")).stratifiedSplit("species", 0.8, 1);
 * Recipe recipe = Recipe.forClasses("species").fit(split.first());
 * Dataset train = recipe.dataset(split.first());
 * Dataset test = recipe.dataset(split.second());
 * }</pre>
 */
public final class Table {

    /** The key of splits, so that they share no random numbers with other uses of the seed. */
    private static final long PURPOSE = 0x7461626cL;

    private final String name;
    private final Map<String, Column> columns = new LinkedHashMap<>();

    /** [rows], the line of the file that each row begins in. */
    private final int[] lines;

    /** A table of columns with different names, each with a row for each line. */
    Table(String name, Collection<Column> columns, int[] lines) {
        this.name = name;
        for (Column column : columns) {
            this.columns.put(column.name(), column);
        }
        this.lines = lines;
    }

    /** Reads a CSV file of the standard format, {@link CsvFormat#standard}. */
    public static Table csv(Path file) throws IOException {
        return csv(file, CsvFormat.standard());
    }

    /**
     * Reads a CSV file. It may have 16,384 columns, 1,048,576 characters in a field and 16,777,216 in a row. Reading usually
     * takes 4 to 10 bytes of memory for each byte of the file, up to about 25 where fields are empty or categories are all
     * different.
     *
     * <p>Needs the library FastCSV, on which Longhand's runtime depends; a named module that reads CSV files must require
     * {@code de.siegmar.fastcsv}.
     *
     * @throws InvalidFileException if it isn't text in its encoding, rows have different numbers of fields, two columns
     *     have the same name, there are no rows, a numeric column holds a field that isn't a finite number, or it can't be
     *     told whether a column is numeric: because its numbers seem to have another decimal mark, or 90 % of its
     *     fields are numbers
     * @throws IOException if it can't be read
     */
    public static Table csv(Path file, CsvFormat format) throws IOException {
        try (InputStream in = RegularFile.open(file)) {
            return csv(in, file.toString(), format);
        }
    }

    /**
     * Reads CSV text from a stream, to its end.
     *
     * @param name the stream's name in messages
     * @throws InvalidFileException as {@link #csv(Path, CsvFormat)}
     */
    public static Table csv(InputStream in, String name, CsvFormat format) throws IOException {
        return CsvTable.read(in, Printable.of(name), format);
    }

    /** The name of the file or stream. */
    public String name() {
        return name;
    }

    /** The number of rows. */
    public int rows() {
        return lines.length;
    }

    /** The line of the file that a row, counted from 0, begins in, counted from 1. */
    public int line(int row) {
        return lines[row];
    }

    /** The columns, in the order of the file. */
    public List<Column> columns() {
        return List.copyOf(columns.values());
    }

    /** The columns' names, in the order of the file. */
    public List<String> names() {
        return List.copyOf(columns.keySet());
    }

    /** Whether there is a column of this name. */
    public boolean has(String column) {
        return columns.containsKey(column);
    }

    /**
     * A column.
     *
     * @throws IllegalArgumentException if there's none of this name
     */
    public Column column(String column) {
        Column found = columns.get(column);
        if (found == null) {
            throw new IllegalArgumentException(
                    name + " has no column " + Names.quoted(column) + Names.instead(column, columns.keySet()));
        }
        return found;
    }

    /** The number of values that are missing, in all columns. */
    public int missing() {
        return columns.values().stream().mapToInt(Column::missing).sum();
    }

    /** Where values are missing, column by column. */
    public Stream<MissingValue> missingValues() {
        return columns.values().stream()
                .flatMap(column -> IntStream.range(0, rows())
                        .filter(column::isMissing)
                        .mapToObj(row -> new MissingValue(row, lines[row], column.name())));
    }

    /** The same table with these columns only, in this order. */
    public Table select(String... names) {
        Map<String, Column> chosen = new LinkedHashMap<>();
        for (String column : names) {
            chosen.put(column, column(column));
        }
        return new Table(name, chosen.values(), lines);
    }

    /** The same table without these columns. */
    public Table without(String... names) {
        Map<String, Column> kept = new LinkedHashMap<>(columns);
        for (String column : names) {
            kept.remove(column(column).name());
        }
        return new Table(name, kept.values(), lines);
    }

    /**
     * The rows with these indices, in this order; an index may occur more than once.
     *
     * @param rows at least one index, each from 0 to the number of rows − 1
     */
    public Table subset(int... rows) {
        if (rows.length == 0) {
            throw new IllegalArgumentException("a table needs at least 1 row, but the subset names none");
        }
        int[] chosen = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] < 0 || rows[i] >= rows()) {
                throw new IllegalArgumentException(
                        "there is no row " + rows[i] + ": the " + rows() + " rows are counted from 0");
            }
            chosen[i] = lines[rows[i]];
        }
        return new Table(
                name,
                columns.values().stream().map(column -> column.subset(rows)).toList(),
                chosen);
    }

    /** The rows in which none of these columns misses a value; no column at all, if none is named. */
    public Table withoutMissing(String... names) {
        List<Column> needed = names.length == 0
                ? columns()
                : Stream.of(names).map(this::column).toList();
        return subset(where(row -> needed.stream().noneMatch(column -> column.isMissing(row))));
    }

    private int[] where(IntPredicate isChosen) {
        return IntStream.range(0, rows()).filter(isChosen).toArray();
    }

    /**
     * A random share of the rows and the rest, both in the order of the file. The same seed gives the same two parts.
     *
     * @param share the first part's share of the rows, above 0 and below 1; both parts need at least 1 row
     */
    public TableSplit split(double share, long seed) {
        boolean[] isFirst = new boolean[rows()];
        choose(isFirst, where(row -> true), share, CountedRandom.key(seed, PURPOSE, 0));
        return split(isFirst);
    }

    /**
     * As {@link #split}, with the same share of the rows of each value of a column, usually the classes; rows in which it's
     * missing are treated as those of one more value.
     */
    public TableSplit stratifiedSplit(String column, double share, long seed) {
        Column strata = column(column);
        Map<String, List<Integer>> rowsOf = new LinkedHashMap<>();
        for (String category : strata.categories()) {
            rowsOf.put(category, new ArrayList<>());
        }
        List<Integer> missing = new ArrayList<>();
        for (int row = 0; row < rows(); row++) {
            if (strata.isMissing(row)) {
                missing.add(row);
            } else {
                rowsOf.getOrDefault(strata.cell(row).text(), missing).add(row);
            }
        }
        boolean[] isFirst = new boolean[rows()];
        int stratum = 0;
        for (List<Integer> rows :
                Stream.concat(rowsOf.values().stream(), Stream.of(missing)).toList()) {
            int[] ofStratum = rows.stream().mapToInt(Integer::intValue).toArray();
            choose(isFirst, ofStratum, share, CountedRandom.key(seed, PURPOSE, ++stratum));
        }
        return split(isFirst);
    }

    private static void choose(boolean[] isFirst, int[] rows, double share, long key) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("a share of " + share + " is not between 0 and 1: use 0.8 for 80 %");
        }
        CountedRandom.shuffle(rows, rows.length, key);
        for (int i = 0; i < Math.round(share * rows.length); i++) {
            isFirst[rows[i]] = true;
        }
    }

    private TableSplit split(boolean[] isFirst) {
        int[] first = where(row -> isFirst[row]);
        int[] second = where(row -> !isFirst[row]);
        if (first.length == 0 || second.length == 0) {
            throw new IllegalArgumentException("can't split " + rows() + (rows() == 1 ? " row" : " rows") + " into "
                    + first.length + " and " + second.length + ": both parts need at least 1 row");
        }
        return new TableSplit(subset(first), subset(second));
    }

    /** A line for the table and one for each column: its kind, its range or categories, and how many values are missing. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(name + ": " + rows() + (rows() == 1 ? " row, " : " rows, ")
                + columns.size() + (columns.size() == 1 ? " column\n" : " columns\n"));
        for (Column column : columns.values()) {
            int missing = column.missing();
            text.append(Printable.of(Names.quoted(column.name()) + ": " + column.summary()))
                    .append(missing == 0 ? "" : ", " + missing + " missing")
                    .append('\n');
        }
        return text.toString();
    }
}
