package dev.longhand.report.compare;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.longhand.report.run.RunFile;
import dev.longhand.text.Printable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A run as its {@code run.json} tells it.
 *
 * @param name the name of the run in a comparison
 * @param facts what may differ, in words, by name: the network, its layers, the settings and the environment
 * @param results the metrics by the data and their name: {@code test set, accuracy}
 * @param epochs the figures of the epochs by their name, {@code epoch} included; NaN where one is missing
 * @param sha256 the SHA-256 of the parameters
 */
public record StoredRun(
        String name,
        Map<String, String> facts,
        Map<String, Double> results,
        Map<String, double[]> epochs,
        String sha256) {

    /** The names of an epoch's figures. */
    private static final List<String> FIGURES =
            List.of("epoch", "loss", "accuracy", "validationLoss", "validationAccuracy", "learningRate", "seconds");

    /** A larger file isn't of a report. */
    private static final long LARGEST = 1L << 28;

    /**
     * Reads the run in a folder.
     *
     * @param name the name of the run in the comparison
     * @throws IOException if the folder holds no run, or it can't be read
     */
    public static StoredRun read(Path folder, String name) throws IOException {
        Path file = folder.resolve(RunFile.NAME);
        if (!Files.isRegularFile(file)) {
            throw new IOException(shown(folder) + " has no " + RunFile.NAME
                    + ": name folders of reports, as --report FOLDER and Report.callback(folder) write them");
        }
        if (Files.size(file) > LARGEST) {
            throw new IOException(shown(file) + " is too large for the file of a report");
        }
        try {
            return of(JsonParser.parseString(Files.readString(file)).getAsJsonObject(), name);
        } catch (JsonParseException
                | IllegalStateException
                | ClassCastException
                | NumberFormatException
                | UnsupportedOperationException
                | java.nio.charset.CharacterCodingException e) {
            throw new IOException(shown(file) + " isn't the file of a report", e);
        }
    }

    private static String shown(Path path) {
        return Printable.of(path.toString());
    }

    private static StoredRun of(JsonObject root, String name) {
        int format = member(root, "format").getAsInt();
        if (format != RunFile.FORMAT) {
            throw new IllegalStateException("format " + format);
        }
        Map<String, String> facts = new LinkedHashMap<>();
        for (String fact : new String[] {"network", "input", "parameters", "command", "stateInWords"}) {
            facts.put(
                    fact.equals("stateInWords") ? "how it ended" : fact,
                    member(root, fact).getAsString());
        }
        for (JsonElement element : member(root, "layers").getAsJsonArray()) {
            JsonObject layer = element.getAsJsonObject();
            facts.put(
                    "layer " + member(layer, "name").getAsString(),
                    member(layer, "kind").getAsString() + " "
                            + member(layer, "output").getAsString());
        }
        for (Map.Entry<String, JsonElement> setting :
                member(root, "settings").getAsJsonObject().entrySet()) {
            facts.put(setting.getKey(), setting.getValue().getAsString());
        }
        for (Map.Entry<String, JsonElement> fact :
                member(root, "environment").getAsJsonObject().entrySet()) {
            facts.put(fact.getKey(), fact.getValue().getAsString());
        }
        return new StoredRun(
                name,
                facts,
                results(member(root, "results").getAsJsonArray()),
                epochs(member(root, "epochs").getAsJsonArray()),
                member(root, "sha256").getAsString());
    }

    private static Map<String, Double> results(JsonArray results) {
        Map<String, Double> all = new LinkedHashMap<>();
        for (JsonElement element : results) {
            JsonObject result = element.getAsJsonObject();
            String data = member(result, "data").getAsString();
            for (Map.Entry<String, JsonElement> figure :
                    member(result, "figures").getAsJsonObject().entrySet()) {
                all.put(data + ", " + figure.getKey(), number(figure.getValue()));
            }
        }
        return all;
    }

    private static Map<String, double[]> epochs(JsonArray epochs) {
        Map<String, double[]> columns = new LinkedHashMap<>();
        for (String figure : FIGURES) {
            List<Double> values = new ArrayList<>();
            for (JsonElement epoch : epochs) {
                values.add(number(member(epoch.getAsJsonObject(), figure)));
            }
            columns.put(figure, values.stream().mapToDouble(Double::doubleValue).toArray());
        }
        return columns;
    }

    private static JsonElement member(JsonObject object, String name) {
        JsonElement member = object.get(name);
        if (member == null) {
            throw new IllegalStateException("no " + name);
        }
        return member;
    }

    private static double number(JsonElement element) {
        return element.isJsonNull() ? Double.NaN : element.getAsDouble();
    }

    /** A figure of all epochs. */
    double[] column(String figure) {
        return epochs.getOrDefault(figure, new double[0]);
    }

    /** The sum of the epochs' durations. */
    double seconds() {
        double sum = 0;
        for (double seconds : column("seconds")) {
            sum += Double.isNaN(seconds) ? 0 : seconds;
        }
        return sum;
    }
}
