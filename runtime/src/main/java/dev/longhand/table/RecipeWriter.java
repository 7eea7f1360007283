package dev.longhand.table;

import static dev.longhand.json.JsonText.quoted;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a recipe as JSON, always in the same order:
 *
 * <pre>{@code
 * {"version":1,
 *  "target":{"column":"species","kind":"classes","classes":["Adelie","Gentoo"]},
 *  "pass":[],"farLimit":3.0,
 *  "features":[
 *   {"column":"mass","kind":"number","scaling":"Z_SCORE","shift":4201.7,"scale":800.8,"min":2700.0,"max":6300.0,
 *    "missing":"FILL","fill":4201.7},
 *   {"column":"sex","kind":"one-hot","categories":["female","male"],"missing":"REFUSE","fill":"male"}]}
 * }</pre>
 *
 * <p>The kinds of targets are {@code classes}, {@code binary} and {@code number}, which has scaling, shift, scale, min and max
 * instead of classes; those of features also {@code ordinal}. Numbers are written so that they are read with the same
 * bits.
 */
final class RecipeWriter {

    static final int VERSION = 1;

    private RecipeWriter() {}

    static String write(Recipe recipe) {
        StringBuilder json = new StringBuilder("{\"version\":" + VERSION + ",\"target\":");
        if (recipe.targetPlan() instanceof Target.Numbers numbers) {
            json.append("{\"column\":").append(quoted(numbers.column())).append(",\"kind\":\"number\",");
            scale(json, numbers.scale(), numbers.range());
        } else {
            json.append("{\"column\":").append(quoted(recipe.target()));
            json.append(",\"kind\":").append(recipe.isBinary() ? "\"binary\"" : "\"classes\"");
            json.append(",\"classes\":").append(texts(recipe.classes()));
        }
        List<String> passed = recipe.passed().stream().map(Anomaly::name).toList();
        json.append("},\"pass\":").append(texts(passed));
        json.append(",\"farLimit\":").append(recipe.farLimit()).append(",\"features\":[");
        String comma = "";
        for (Feature feature : recipe.features()) {
            json.append(comma);
            write(json, feature);
            comma = ",";
        }
        return json.append("]}").toString();
    }

    private static void write(StringBuilder json, Feature feature) {
        json.append("{\"column\":").append(quoted(feature.column())).append(",\"kind\":");
        String fill;
        if (feature instanceof CategoryFeature category) {
            json.append(category.isOrdinal() ? "\"ordinal\"" : "\"one-hot\"");
            json.append(",\"categories\":").append(texts(category.categories()));
            fill = quoted(category.fill());
        } else {
            NumberFeature number = (NumberFeature) feature;
            json.append("\"number\",");
            scale(json, number.scale(), number.range());
            fill = Double.toString(number.fill());
        }
        json.append(",\"missing\":\"").append(feature.missing()).append("\",\"fill\":");
        json.append(fill).append('}');
    }

    private static void scale(StringBuilder json, Scale scale, Range range) {
        json.append("\"scaling\":\"").append(scale.scaling());
        json.append("\",\"shift\":").append(scale.shift());
        json.append(",\"scale\":").append(scale.scale());
        json.append(",\"min\":").append(range.min());
        json.append(",\"max\":").append(range.max());
    }

    private static String texts(List<String> texts) {
        return texts.stream().map(text -> quoted(text)).collect(Collectors.joining(",", "[", "]"));
    }
}
