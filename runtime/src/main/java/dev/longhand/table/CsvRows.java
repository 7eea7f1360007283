package dev.longhand.table;

import dev.longhand.io.InvalidFileException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of a CSV file, one after the other, all with a field for each named column. */
final class CsvRows implements Closeable {

    /** Delimiters that a header in a single column is looked at for. */
    private static final String OTHER_DELIMITERS = ";\t|,";

    private final String file;
    private final CsvFormat format;
    private final InputStream in;
    private final FastCsvRows rows;
    private final List<String> names = new ArrayList<>();
    private int firstLine;
    private int lastLine;

    /** Whether the first row is read already, to know the columns, and is still to be given. */
    private boolean isPending;

    private long count;

    /**
     * Reads the header.
     *
     * @param file the name in messages
     * @throws InvalidFileException if the file is empty, or its header can't be right
     */
    CsvRows(InputStream in, String file, CsvFormat format) throws IOException {
        this.file = file;
        this.format = format;
        this.in = in;
        try {
            rows = new FastCsvRows(TextDecoding.reader(in, format.charset()), file, format);
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException(
                    "reading CSV needs FastCSV: put de.siegmar:fastcsv on the class path, or let your module require"
                            + " de.siegmar.fastcsv",
                    e);
        }
        if (!advance()) {
            throw new InvalidFileException(file, "it's empty");
        }
        firstLine = rows.line();
        begin(rows.fields(), firstLine);
        isPending = !format.hasHeader();
    }

    private boolean advance() throws IOException {
        try {
            return rows.next();
        } catch (CharacterCodingException e) {
            throw new InvalidFileException(
                    file,
                    "after line " + lastLine + " it has bytes that are no " + format.charset()
                            + " text: set its encoding, with CsvFormat.charset(StandardCharsets.ISO_8859_1) for instance",
                    e);
        }
    }

    /** Reads the next row; false at the end, or after as many rows as the format says. */
    boolean next() throws IOException {
        if (count == format.mostRows() && count < Integer.MAX_VALUE) {
            return false;
        }
        if (isPending) {
            isPending = false;
        } else if (!advance()) {
            return false;
        }
        count++;
        lastLine = rows.line();
        int size = rows.fields().size();
        if (size != names.size()) {
            throw new InvalidFileException(
                    file,
                    "line " + lastLine + " has " + size + (size == 1 ? " field" : " fields") + ", but line " + firstLine
                            + " has " + names.size());
        }
        return true;
    }

    /** The columns. */
    List<String> names() {
        return names;
    }

    /** The number of the row's first line, from 1. */
    int line() {
        return lastLine;
    }

    /** A field of the row, without white space around it. */
    String field(int column) {
        return rows.fields().get(column).strip();
    }

    private void begin(List<String> row, int first) throws InvalidFileException {
        List<String> given = format.hasHeader() ? row : format.names();
        if (!given.isEmpty() && given.size() != row.size()) {
            throw new InvalidFileException(
                    file,
                    "line " + first + " has " + row.size() + (row.size() == 1 ? " field" : " fields") + ", but "
                            + given.size() + " columns are named: " + String.join(", ", given));
        }
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (int i = 0; i < row.size(); i++) {
            String name = given.isEmpty() ? "" : given.get(i).strip();
            name = name.isEmpty() ? "column " + (i + 1) : name;
            Integer other = numbers.putIfAbsent(name, i + 1);
            if (other != null) {
                throw new InvalidFileException(
                        file,
                        "columns " + other + " and " + (i + 1) + " are both named \"" + name
                                + "\": give them different names");
            }
            names.add(name);
        }
        requireSplit(row);
        for (String column : format.columnsOfKnownKind()) {
            if (!numbers.containsKey(column)) {
                throw new IllegalArgumentException(
                        file + " has no column \"" + column + "\", whose kind is given: it has " + Names.listed(names));
            }
        }
    }

    private void requireSplit(List<String> row) throws InvalidFileException {
        if (row.size() > 1 || !format.hasHeader()) {
            return;
        }
        for (char delimiter : OTHER_DELIMITERS.toCharArray()) {
            if (names.get(0).indexOf(delimiter) >= 0) {
                throw new InvalidFileException(
                        file,
                        "its header \"" + names.get(0) + "\" is a single column: set the delimiter, with"
                                + " CsvFormat.delimiter('" + (delimiter == '\t' ? "\\t" : delimiter) + "')");
            }
        }
    }

    @Override
    public void close() throws IOException {
        rows.close();
        in.close();
    }
}
