package dev.longhand.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.longhand.io.InvalidFileException;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Splits CSV text into rows of fields, with FastCSV. The header is a row too; empty lines are none. */
final class FastCsvRows implements Closeable {

    private static final int MOST_COLUMNS = 16_384;
    private static final int LONGEST_FIELD = 1 << 20;
    private static final int LONGEST_ROW = 1 << 24;

    private final String file;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> rows;
    private @Nullable CsvRecord row;

    /**
     * Begins to read.
     *
     * @param file the name in messages
     */
    FastCsvRows(Reader text, String file, CsvFormat format) throws IOException {
        this.file = file;
        CsvRecordHandler handler = CsvRecordHandler.builder()
                .maxFields(MOST_COLUMNS)
                .maxFieldSize(LONGEST_FIELD)
                .maxRecordSize(LONGEST_ROW)
                .build();
        reader = CsvReader.builder()
                .fieldSeparator(format.delimiter())
                .quoteCharacter(format.quote())
                .skipEmptyLines(true)
                .trimWhitespacesAroundQuotes(true)
                .allowUnclosedQuote(false)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(handler, text);
        rows = reader.iterator();
    }

    /**
     * Reads the next row; false at the end.
     *
     * @throws InvalidFileException if a quote isn't closed or is followed by text, or a row is longer than is allowed
     */
    boolean next() throws IOException {
        try {
            row = rows.hasNext() ? rows.next() : null;
            return row != null;
        } catch (CsvParseException e) {
            throw new InvalidFileException(file, "it isn't valid CSV: " + reason(e), e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static @Nullable String reason(CsvParseException e) {
        Throwable cause = e.getCause();
        return cause instanceof CsvParseException ? cause.getMessage() : e.getMessage();
    }

    /** The number of the row's first line, from 1. */
    int line() {
        return row == null ? 0 : (int) row.getStartingLineNumber();
    }

    List<String> fields() {
        return row == null ? List.of() : row.getFields();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
