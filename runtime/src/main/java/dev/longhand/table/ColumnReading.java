package dev.longhand.table;

import dev.longhand.io.InvalidFileException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds out what a column of fields holds, and reads it. */
final class ColumnReading {

    /** A column with such a share of numbers is meant to be numeric. */
    private static final double MOSTLY = 0.9;

    private final String file;
    private final String name;
    private final FieldText fields;
    private final int[] lines;
    private final CsvFormat format;
    private final char mark;

    /** Fields of no number. */
    private int words;

    /** Those of them that are numbers with the other decimal mark. */
    private int otherMarks;

    private int numbers;
    private int firstWord = -1;

    /**
     * A reading.
     *
     * @param file the name in messages
     * @param lines [rows], the line of each row
     */
    ColumnReading(String file, String name, FieldText fields, int[] lines, CsvFormat format) {
        this.file = file;
        this.name = name;
        this.fields = fields;
        this.lines = lines;
        this.format = format;
        mark = format.decimalMark();
    }

    /**
     * The column.
     *
     * @throws InvalidFileException if it's numeric and a field isn't a finite number, or it can't be told whether it's
     *     numeric
     */
    Column read() throws InvalidFileException {
        ColumnKind kind = format.kind(name);
        if (kind == ColumnKind.NUMERIC) {
            return numeric();
        }
        if (kind == ColumnKind.NOMINAL) {
            return nominal();
        }
        count();
        if (words == 0) {
            return numeric();
        }
        String first = fields.get(firstWord);
        if (words == otherMarks) {
            String comma = mark == '.' ? "set CsvFormat.decimalComma()" : "leave out CsvFormat.decimalComma()";
            throw refused(firstWord, first, "if that's a number, " + comma + ", else call the column nominal");
        }
        if (numbers >= MOSTLY * ((double) numbers + words)) {
            String rest =
                    numbers + " of its fields are numbers: correct it, add it to CsvFormat.missing, or call the column"
                            + " nominal";
            throw refused(firstWord, first, "but " + rest);
        }
        return nominal();
    }

    private void count() {
        char other = mark == '.' ? ',' : '.';
        for (int row = 0; row < fields.rows(); row++) {
            String field = fields.get(row);
            if (format.isMissing(field)) {
                continue;
            }
            if (NumberText.isNumber(field, mark)) {
                numbers++;
            } else if (!NumberText.isNotFinite(field)) {
                words++;
                otherMarks += NumberText.isNumber(field, other) ? 1 : 0;
                firstWord = firstWord < 0 ? row : firstWord;
            }
        }
    }

    private NumericColumn numeric() throws InvalidFileException {
        double[] values = new double[fields.rows()];
        for (int row = 0; row < values.length; row++) {
            String field = fields.get(row);
            values[row] = format.isMissing(field) ? Double.NaN : number(row, field);
        }
        return new NumericColumn(name, values);
    }

    private double number(int row, String field) throws InvalidFileException {
        if (!NumberText.isNumber(field, mark)) {
            throw refused(
                    row,
                    field,
                    NumberText.isNotFinite(field)
                            ? "which no network can learn from: correct it, or add it to CsvFormat.missing"
                            : "which isn't a number: correct it, or add it to CsvFormat.missing");
        }
        double value = NumberText.parse(field, mark);
        if (Double.isInfinite(value)) {
            throw refused(row, field, "which is larger than a double can be: correct it");
        }
        return value;
    }

    private NominalColumn nominal() {
        @Nullable String[] values = new String[fields.rows()];
        Map<String, String> known = new HashMap<>();
        for (int row = 0; row < values.length; row++) {
            String field = fields.get(row);
            if (!format.isMissing(field)) {
                String before = known.putIfAbsent(field, field);
                values[row] = before == null ? field : before;
            }
        }
        return new NominalColumn(name, values);
    }

    private InvalidFileException refused(int row, String field, String reason) {
        return new InvalidFileException(
                file,
                "line " + lines[row] + ", column " + Names.quoted(name) + " holds " + Names.quoted(field) + ", "
                        + reason);
    }
}
