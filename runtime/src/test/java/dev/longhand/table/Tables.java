package dev.longhand.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Tables from text, for tests. */
final class Tables {

    private Tables() {}

    static Table csv(String text) {
        return csv(text, CsvFormat.standard());
    }

    static Table csv(String text, CsvFormat format) {
        try {
            return read(text, format);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Table read(String text, CsvFormat format) throws IOException {
        return Table.csv(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "test.csv", format);
    }
}
