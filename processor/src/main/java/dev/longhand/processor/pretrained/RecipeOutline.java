package dev.longhand.processor.pretrained;

import dev.longhand.json.JsonReader;
import dev.longhand.json.JsonReader.JsonException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a model's code needs to know of a recipe, as {@code dev.longhand.table.Recipe} writes it.
 *
 * @param target the target column
 * @param classes the classes of the target; none for a regression
 * @param outputs the outputs that a network needs
 * @param columns the columns of a row
 */
record RecipeOutline(String target, List<String> classes, int outputs, List<Column> columns) {

    /** The name of a recipe in the metadata of weights. */
    static final String METADATA = "longhand.recipe";

    private static final int VERSION = 1;

    RecipeOutline {
        classes = List.copyOf(classes);
        columns = List.copyOf(columns);
    }

    /**
     * A column.
     *
     * @param isNumber whether its values are numbers, otherwise texts
     * @param isOptional whether a value may be missing
     * @param inputs the inputs of the network that it gives
     */
    record Column(String name, boolean isNumber, boolean isOptional, long inputs) {}

    /** The inputs that a network needs. */
    long inputs() {
        return columns.stream().mapToLong(Column::inputs).sum();
    }

    /** Reads a recipe. */
    static RecipeOutline read(String text) throws JsonException {
        return new Reader(JsonReader.of(text)).recipe();
    }

    /** Reads a recipe, whose values are always in the same order. */
    private record Reader(JsonReader json) {

        RecipeOutline recipe() throws JsonException {
            json.expect('{');
            key("version");
            long version = json.wholeNumber();
            if (version != VERSION) {
                throw new JsonException(
                        "its version is " + version + ", but this Longhand reads version " + VERSION, null);
            }
            nextKey("target");
            json.expect('{');
            key("column");
            String target = json.string();
            nextKey("kind");
            String kind = json.string();
            List<String> classes = new ArrayList<>();
            if (kind.equals("number")) {
                json.expect(',');
                skipScaleAndRange();
            } else {
                nextKey("classes");
                classes.addAll(texts());
            }
            json.expect('}');
            nextKey("pass");
            boolean missingPasses = texts().contains("MISSING_VALUE");
            nextKey("farLimit");
            json.number();
            nextKey("features");
            List<Column> columns = new ArrayList<>();
            json.expect('[');
            do {
                columns.add(column(missingPasses));
            } while (json.accept(','));
            json.expect(']');
            json.expect('}');
            json.end();
            return new RecipeOutline(target, classes, kind.equals("classes") ? classes.size() : 1, columns);
        }

        private Column column(boolean missingPasses) throws JsonException {
            json.expect('{');
            key("column");
            String name = json.string();
            nextKey("kind");
            String kind = json.string();
            Optional<List<String>> categories = Optional.empty();
            if (kind.equals("number")) {
                json.expect(',');
                skipScaleAndRange();
            } else {
                nextKey("categories");
                categories = Optional.of(texts());
            }
            nextKey("missing");
            String missing = json.string();
            nextKey("fill");
            if (categories.isPresent()) {
                json.string();
            } else {
                json.number();
            }
            json.expect('}');
            int values = kind.equals("one-hot") ? categories.map(List::size).orElse(1) : 1;
            return new Column(
                    name,
                    categories.isEmpty(),
                    missingPasses || !missing.equals("REFUSE"),
                    values + (missing.equals("INDICATE") ? 1 : 0));
        }

        private void skipScaleAndRange() throws JsonException {
            key("scaling");
            json.string();
            for (String number : List.of("shift", "scale", "min", "max")) {
                nextKey(number);
                json.number();
            }
        }

        private List<String> texts() throws JsonException {
            List<String> texts = new ArrayList<>();
            json.expect('[');
            if (json.accept(']')) {
                return texts;
            }
            do {
                texts.add(json.string());
            } while (json.accept(','));
            json.expect(']');
            return texts;
        }

        private void key(String expected) throws JsonException {
            String key = json.string();
            if (!key.equals(expected)) {
                throw new JsonException("it has \"" + key + "\" where \"" + expected + "\" is expected", null);
            }
            json.expect(':');
        }

        private void nextKey(String expected) throws JsonException {
            json.expect(',');
            key(expected);
        }
    }
}
