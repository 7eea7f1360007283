package dev.longhand.table;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a CSV file is written (RFC 4180), and what its columns hold. Immutable: each method returns a format with one
 * setting changed.
 *
 * <pre>{@code
 * Table.csv(file, CsvFormat.standard().delimiter(';').decimalComma().nominal("postcode"));
 * }</pre>
 *
 * <p>White space around fields is ignored, and so are empty lines. A column is numeric if all its fields are numbers
 * with the digits 0 to 9, a decimal point and an exponent, such as {@code -12}, {@code .5} and {@code 1e-3}, and
 * otherwise nominal.
 */
public final class CsvFormat {

    private static final CsvFormat STANDARD = new CsvFormat();

    private char delimiter = ',';
    private char quote = '"';
    private Charset charset = StandardCharsets.UTF_8;
    private boolean hasHeader = true;
    private List<String> names = List.of();
    private char decimalMark = '.';
    private Set<String> missing = Set.of("", "NA", "N/A", "n/a", "#N/A", "<NA>", "NaN", "nan", "null", "NULL", "?");
    private Map<String, ColumnKind> kinds = Map.of();
    private int mostRows = Integer.MAX_VALUE;

    private CsvFormat() {}

    /**
     * Commas, double quotes, UTF-8, a header line, a decimal point; a field is missing, in columns of numbers and of
     * categories alike, if it's empty or {@code NA}, {@code N/A}, {@code n/a}, {@code #N/A}, {@code <NA>}, {@code NaN},
     * {@code nan}, {@code null}, {@code NULL} or {@code ?}: what pandas reads as missing, but for {@code None}, which is
     * often a category.
     */
    public static CsvFormat standard() {
        return STANDARD;
    }

    /** The character between fields, by default a comma; {@code '\t'} for tabs. */
    public CsvFormat delimiter(char delimiter) {
        requireMark("delimiter", delimiter, quote);
        return with(changed -> changed.delimiter = delimiter);
    }

    /** The character around fields that hold delimiters, quotes or line ends, by default a double quote. */
    public CsvFormat quote(char quote) {
        requireMark("quote", quote, delimiter);
        return with(changed -> changed.quote = quote);
    }

    private static void requireMark(String what, char mark, char other) {
        if (mark == other || mark == '\n' || mark == '\r' || mark == '\uFEFF' || Character.isLetterOrDigit(mark)) {
            throw new IllegalArgumentException("the " + what + " '" + printable(mark)
                    + "' is a letter, a digit, a line end or the other mark: use ',', ';' or '\\t' between fields and '\"'"
                    + " around them");
        }
    }

    private static String printable(char mark) {
        return mark < ' ' || mark > '~' ? "\\u%04x".formatted((int) mark) : String.valueOf(mark);
    }

    /** The encoding of files that don't begin with a byte order mark (BOM), which says it; by default UTF-8. */
    public CsvFormat charset(Charset charset) {
        return with(changed -> changed.charset = charset);
    }

    /**
     * The first line is a row, not a header.
     *
     * @param names the columns' names; if none are given, {@code column 1}, {@code column 2} and so on
     */
    public CsvFormat withoutHeader(String... names) {
        List<String> checked = List.of(names);
        if (new LinkedHashSet<>(checked).size() < checked.size()) {
            throw new IllegalArgumentException(
                    "two of the names " + checked + " are the same: columns need different ones");
        }
        return with(changed -> {
            changed.hasHeader = false;
            changed.names = checked;
        });
    }

    /** Numbers have a decimal comma; the delimiter becomes a semicolon if it's a comma. */
    public CsvFormat decimalComma() {
        return with(changed -> {
            changed.decimalMark = ',';
            changed.delimiter = delimiter == ',' ? ';' : delimiter;
        });
    }

    /** The fields that mean that a value is missing, in place of those of {@link #standard}. */
    public CsvFormat missing(String... fields) {
        Set<String> stripped = new LinkedHashSet<>();
        for (String field : fields) {
            stripped.add(field.strip());
        }
        return with(changed -> changed.missing = Set.copyOf(stripped));
    }

    /** These columns hold categories, even if all fields are numbers. */
    public CsvFormat nominal(String... columns) {
        return with(changed -> changed.kinds = with(ColumnKind.NOMINAL, columns));
    }

    /** These columns hold numbers: a field that is none is refused. */
    public CsvFormat numeric(String... columns) {
        return with(changed -> changed.kinds = with(ColumnKind.NUMERIC, columns));
    }

    /**
     * Reads at most so many rows, the first ones; by default all.
     *
     * @param rows at least 1
     */
    public CsvFormat firstRows(int rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("firstRows " + rows + " must be at least 1");
        }
        return with(changed -> changed.mostRows = rows);
    }

    private Map<String, ColumnKind> with(ColumnKind kind, String... columns) {
        Map<String, ColumnKind> more = new LinkedHashMap<>(kinds);
        for (String column : columns) {
            more.put(column, kind);
        }
        return Map.copyOf(more);
    }

    private CsvFormat with(Consumer<CsvFormat> change) {
        CsvFormat changed = new CsvFormat();
        changed.delimiter = delimiter;
        changed.quote = quote;
        changed.charset = charset;
        changed.hasHeader = hasHeader;
        changed.names = names;
        changed.decimalMark = decimalMark;
        changed.missing = missing;
        changed.kinds = kinds;
        changed.mostRows = mostRows;
        change.accept(changed);
        return changed;
    }

    char delimiter() {
        return delimiter;
    }

    char quote() {
        return quote;
    }

    Charset charset() {
        return charset;
    }

    boolean hasHeader() {
        return hasHeader;
    }

    List<String> names() {
        return names;
    }

    char decimalMark() {
        return decimalMark;
    }

    int mostRows() {
        return mostRows;
    }

    boolean isMissing(String field) {
        return missing.contains(field);
    }

    /** What the user says a column is; null if nothing is said. */
    @Nullable
    ColumnKind kind(String column) {
        return kinds.get(column);
    }

    /** The columns whose kind the user says. */
    Set<String> columnsOfKnownKind() {
        return kinds.keySet();
    }
}
