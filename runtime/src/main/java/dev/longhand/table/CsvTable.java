package dev.longhand.table;

import dev.longhand.file.MemoryShortage;
import dev.longhand.io.InvalidFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a table from CSV text. */
final class CsvTable {

    /** Delimiters that a header in a single column is looked at for. */
    private static final String OTHER_DELIMITERS = ";\t|,";

    private final String file;
    private final CsvFormat format;
    private final List<String> names = new ArrayList<>();
    private final List<FieldText> fields = new ArrayList<>();
    private int[] lines = new int[16];
    private int rows;
    private int firstLine;

    private CsvTable(String file, CsvFormat format) {
        this.file = file;
        this.format = format;
    }

    /** Reads a stream to its end. */
    static Table read(InputStream in, String file, CsvFormat format) throws IOException {
        CsvTable csv = new CsvTable(file, format);
        try {
            FastCsvRows.read(TextDecoding.reader(in, format.charset()), file, format, csv::add);
            return csv.table();
        } catch (CharacterCodingException e) {
            throw new InvalidFileException(
                    file,
                    "after line " + csv.lastLine() + " it has bytes that are no " + format.charset()
                            + " text: set its encoding, with CsvFormat.charset(StandardCharsets.ISO_8859_1) for instance",
                    e);
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException(
                    "reading CSV needs FastCSV: put de.siegmar:fastcsv on the class path, or let your module require"
                            + " de.siegmar.fastcsv",
                    e);
        } catch (OutOfMemoryError e) {
            throw new MemoryShortage(file, "its " + csv.rows + " or more rows", e);
        }
    }

    private int lastLine() {
        return rows == 0 ? firstLine : lines[rows - 1];
    }

    private void add(int line, List<String> row) throws InvalidFileException {
        if (names.isEmpty()) {
            firstLine = line;
            begin(row);
            if (format.hasHeader()) {
                return;
            }
        }
        if (row.size() != names.size()) {
            throw new InvalidFileException(
                    file,
                    "line " + line + " has " + row.size() + (row.size() == 1 ? " field" : " fields") + ", but line "
                            + firstLine + " has " + names.size());
        }
        for (int i = 0; i < names.size(); i++) {
            fields.get(i).add(row.get(i).strip());
        }
        if (rows == lines.length) {
            lines = Arrays.copyOf(lines, rows + (rows >> 1));
        }
        lines[rows++] = line;
    }

    private void begin(List<String> row) throws InvalidFileException {
        List<String> given = format.hasHeader() ? row : format.names();
        if (!given.isEmpty() && given.size() != row.size()) {
            throw new InvalidFileException(
                    file,
                    "line " + firstLine + " has " + row.size() + (row.size() == 1 ? " field" : " fields") + ", but "
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
            fields.add(new FieldText());
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

    private Table table() throws InvalidFileException {
        if (rows == 0) {
            throw new InvalidFileException(file, names.isEmpty() ? "it's empty" : "it has a header but no rows");
        }
        List<Column> columns = new ArrayList<>();
        int[] lineOfRow = Arrays.copyOf(lines, rows);
        for (int i = 0; i < names.size(); i++) {
            columns.add(new ColumnReading(file, names.get(i), fields.get(i), lineOfRow, format).read());
            // Frees the text of each column before the next one is read.
            fields.set(i, new FieldText());
        }
        return new Table(file, columns, lineOfRow);
    }
}
