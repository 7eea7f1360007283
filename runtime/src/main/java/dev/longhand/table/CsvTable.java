package dev.longhand.table;

import dev.longhand.file.MemoryShortage;
import dev.longhand.io.InvalidFileException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads a table from CSV text. */
final class CsvTable {

    private final String file;
    private final CsvFormat format;
    private final List<FieldText> fields = new ArrayList<>();
    private int[] lines = new int[16];
    private int rows;

    private CsvTable(String file, CsvFormat format) {
        this.file = file;
        this.format = format;
    }

    /** Reads a stream to its end, or as many rows as the format says. */
    static Table read(InputStream in, String file, CsvFormat format) throws IOException {
        CsvTable table = new CsvTable(file, format);
        try {
            return table.read(new CsvRows(in, file, format));
        } catch (OutOfMemoryError e) {
            throw new MemoryShortage(file, "its " + table.rows + " or more rows", e);
        }
    }

    private Table read(CsvRows csv) throws IOException {
        List<String> names = csv.names();
        names.forEach(name -> fields.add(new FieldText()));
        while (csv.next()) {
            for (int i = 0; i < names.size(); i++) {
                fields.get(i).add(csv.field(i));
            }
            if (rows == lines.length) {
                lines = Arrays.copyOf(lines, rows + (rows >> 1));
            }
            lines[rows++] = csv.line();
        }
        if (rows == 0) {
            throw new InvalidFileException(file, "it has a header but no rows");
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
