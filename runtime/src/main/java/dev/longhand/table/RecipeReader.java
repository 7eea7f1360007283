package dev.longhand.table;

import dev.longhand.io.InvalidFileException;
import dev.longhand.json.JsonReader;
import dev.longhand.json.JsonReader.JsonException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads a recipe that {@link RecipeWriter} wrote, and trusts nothing of it. */
final class RecipeReader {

    /** More inputs than any network has, so that their sum fits an {@code int}. */
    private static final int MOST_INPUTS = 10_000_000;

    private final JsonReader json;

    private RecipeReader(JsonReader json) {
        this.json = json;
    }

    /**
     * The recipe.
     *
     * @param file the file's name in messages
     * @throws InvalidFileException if it isn't one
     */
    static Recipe read(String text, String file) throws InvalidFileException {
        try {
            return new RecipeReader(JsonReader.of(text)).recipe();
        } catch (JsonException e) {
            throw new InvalidFileException(file, "its recipe can't be read: " + e.getMessage(), e);
        }
    }

    private Recipe recipe() throws JsonException {
        json.expect('{');
        key("version");
        long version = json.wholeNumber();
        require(
                version == RecipeWriter.VERSION,
                "its version is " + version + ", but this Longhand reads version " + RecipeWriter.VERSION);
        nextKey("target");
        Target target = target();
        nextKey("pass");
        Set<Anomaly> passed = EnumSet.noneOf(Anomaly.class);
        for (String name : texts()) {
            passed.add(constant(Anomaly.class, name));
        }
        nextKey("farLimit");
        double farLimit = json.number();
        require(farLimit >= 0, "the far limit " + farLimit + " is below 0");
        nextKey("features");
        List<Feature> features = features(target);
        json.expect('}');
        json.end();
        return new Recipe(target, features, passed, farLimit);
    }

    private Target target() throws JsonException {
        json.expect('{');
        key("column");
        String column = json.string();
        nextKey("kind");
        String kind = json.string();
        Target target;
        if (kind.equals("number")) {
            json.expect(',');
            Scale scale = scale();
            require(scale.scale() > 0, "the scale of the target is 0");
            target = new Target.Numbers(column, scale, range());
        } else {
            boolean isBinary = kind.equals("binary");
            require(isBinary || kind.equals("classes"), "\"" + kind + "\" is no kind of target");
            nextKey("classes");
            List<String> classes = different(column);
            require(
                    isBinary ? classes.size() == 2 : classes.size() >= 2,
                    "the target \"" + column + "\" has " + classes.size() + " classes");
            target = new Target.Classes(column, classes, isBinary);
        }
        json.expect('}');
        return target;
    }

    private List<Feature> features(Target target) throws JsonException {
        List<Feature> features = new ArrayList<>();
        Set<String> columns = new HashSet<>(List.of(target.column()));
        long inputs = 0;
        json.expect('[');
        do {
            Feature feature = feature();
            require(columns.add(feature.column()), "the column \"" + feature.column() + "\" comes twice");
            inputs += feature.width();
            features.add(feature);
        } while (json.accept(','));
        json.expect(']');
        require(inputs <= MOST_INPUTS, "it has " + inputs + " inputs");
        return features;
    }

    private Feature feature() throws JsonException {
        json.expect('{');
        key("column");
        String column = json.string();
        nextKey("kind");
        String kind = json.string();
        Feature feature;
        if (kind.equals("number")) {
            json.expect(',');
            Scale scale = scale();
            Range range = range();
            nextKey("missing");
            MissingRule missing = constant(MissingRule.class, json.string());
            nextKey("fill");
            feature = new NumberFeature(column, scale, range, missing, json.number());
        } else {
            boolean isOrdinal = kind.equals("ordinal");
            require(isOrdinal || kind.equals("one-hot"), "\"" + kind + "\" is no kind of feature");
            nextKey("categories");
            List<String> categories = different(column);
            require(!categories.isEmpty(), "the column \"" + column + "\" has no categories");
            nextKey("missing");
            MissingRule missing = constant(MissingRule.class, json.string());
            nextKey("fill");
            String fill = json.string();
            require(categories.contains(fill), "\"" + fill + "\" is no category of \"" + column + "\"");
            feature = new CategoryFeature(column, isOrdinal, categories, missing, fill);
        }
        json.expect('}');
        return feature;
    }

    private Scale scale() throws JsonException {
        key("scaling");
        Scaling scaling = constant(Scaling.class, json.string());
        nextKey("shift");
        double shift = json.number();
        nextKey("scale");
        double scale = json.number();
        require(scale >= 0, "a scale is " + scale);
        require(
                scaling != Scaling.NONE || (shift == 0 && scale == 1),
                "a column that isn't scaled has shift " + shift + " and scale " + scale);
        return new Scale(scaling, shift, scale);
    }

    private Range range() throws JsonException {
        nextKey("min");
        double min = json.number();
        nextKey("max");
        double max = json.number();
        require(min <= max && Double.isFinite(max - min), "a column ranges from " + min + " to " + max);
        return new Range(min, max);
    }

    private void key(String expected) throws JsonException {
        String key = json.string();
        require(key.equals(expected), "it has \"" + key + "\" where \"" + expected + "\" is expected");
        json.expect(':');
    }

    private void nextKey(String expected) throws JsonException {
        json.expect(',');
        key(expected);
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

    private List<String> different(String column) throws JsonException {
        List<String> texts = texts();
        require(
                new HashSet<>(texts).size() == texts.size(),
                "two values of the column \"" + column + "\" are the same");
        return texts;
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name) throws JsonException {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        throw new JsonException("\"" + name + "\" is none of " + List.of(type.getEnumConstants()), null);
    }

    private static void require(boolean isRight, String reason) throws JsonException {
        if (!isRight) {
            throw new JsonException(reason, null);
        }
    }
}
