package dev.longhand.table;

import dev.longhand.Shape;
import dev.longhand.data.SampleBuffer;
import dev.longhand.data.SampleReader;
import dev.longhand.data.SampleSource;
import dev.longhand.file.RegularFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The rows of a CSV file as samples, read anew in each epoch.
 *
 * @param inputNames the recipe's, as messages say them
 */
record CsvSource(Recipe recipe, Path file, CsvFormat format, List<String> inputNames) implements SampleSource {

    /** A source of a file whose header is looked at. */
    static CsvSource of(Recipe recipe, Path file, CsvFormat format) throws IOException {
        CsvSource source = new CsvSource(recipe, file, format, recipe.namesInMessages());
        source.openRows().close();
        return source;
    }

    private CsvRows openRows() throws IOException {
        InputStream in = RegularFile.open(file);
        try {
            return new CsvRows(in, file.toString(), format);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    @Override
    public Shape inputShape() {
        return Shape.of(recipe.inputs());
    }

    @Override
    public int targetSize() {
        return recipe.outputs();
    }

    @Override
    public int classes() {
        return recipe.classes().size();
    }

    @Override
    public String inputName(int index) {
        return inputNames.get(index);
    }

    @Override
    public SampleReader open() throws IOException {
        CsvRows rows = openRows();
        return new Reader(recipe, rows, new CsvRow(rows, file.toString(), format, recipe));
    }

    /** Reads the rows once. */
    private static final class Reader implements SampleReader {

        private final Recipe recipe;
        private final CsvRows rows;
        private final CsvRow row;
        private final Map<String, Integer> labels;

        Reader(Recipe recipe, CsvRows rows, CsvRow row) {
            this.recipe = recipe;
            this.rows = rows;
            this.row = row;
            labels = recipe.targetPlan() instanceof Target.Classes classes ? classes.labels() : Map.of();
        }

        @Override
        public int read(SampleBuffer buffer, int to, int n) throws IOException {
            int count = 0;
            while (count < n && rows.next()) {
                int first = (to + count) * buffer.inputSize();
                Arrays.fill(buffer.inputs(), first, first + buffer.inputSize(), 0);
                recipe.encode(row, buffer.inputs(), first);
                if (recipe.targetPlan() instanceof Target.Classes classes) {
                    buffer.setLabel(to + count, classes.label(row, labels));
                } else {
                    buffer.targets()[to + count] = ((Target.Numbers) recipe.targetPlan()).target(row);
                }
                count++;
            }
            return count;
        }

        @Override
        public long skip(long n) throws IOException {
            long skipped = 0;
            while (skipped < n && rows.next()) {
                skipped++;
            }
            return skipped;
        }

        @Override
        public void close() throws IOException {
            rows.close();
        }
    }
}
