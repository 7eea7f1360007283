package dev.longhand.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.longhand.io.InvalidFileException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Splits CSV text into rows of fields, with FastCSV. */
final class FastCsvRows {

    private static final int MOST_COLUMNS = 16_384;
    private static final int LONGEST_FIELD = 1 << 20;
    private static final int LONGEST_ROW = 1 << 24;

    private FastCsvRows() {}

    /** Takes the rows, one after the other. */
    @FunctionalInterface
    interface RowConsumer {
        /**
         * A row.
         *
         * @param line the number of its first line, from 1
         */
        void accept(int line, List<String> fields) throws IOException;
    }

    /**
     * Reads all rows, the header among them, but no empty lines.
     *
     * @throws InvalidFileException if a quote isn't closed or is followed by text, or a row is longer than is allowed
     */
    static void read(Reader text, String file, CsvFormat format, RowConsumer rows) throws IOException {
        CsvRecordHandler handler = CsvRecordHandler.builder()
                .maxFields(MOST_COLUMNS)
                .maxFieldSize(LONGEST_FIELD)
                .maxRecordSize(LONGEST_ROW)
                .build();
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(format.delimiter())
                .quoteCharacter(format.quote())
                .skipEmptyLines(true)
                .trimWhitespacesAroundQuotes(true)
                .allowUnclosedQuote(false)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(handler, text)) {
            for (CsvRecord row : records) {
                rows.accept((int) row.getStartingLineNumber(), row.getFields());
            }
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
}
