package dev.longhand.report.run;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.longhand.model.LayerInfo;
import dev.longhand.training.EpochResult;

/** The file beside a page that programs read: a run as JSON. */
public final class RunFile {

    /** Its name. */
    public static final String NAME = "run.json";

    /** The version of its form. */
    public static final int FORMAT = 1;

    private static final Gson GSON =
            new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

    private RunFile() {}

    /** The text of the file; figures that aren't finite are null. */
    public static String write(Run run) {
        JsonObject root = new JsonObject();
        root.addProperty("format", FORMAT);
        root.addProperty("title", run.title());
        root.addProperty("command", run.command());
        root.addProperty("network", run.model().name());
        root.addProperty("input", run.model().input().toString());
        root.addProperty("parameters", run.model().parameterCount());
        root.add("layers", layers(run));
        root.addProperty("state", run.course().state().kind().name());
        root.addProperty("stateInWords", run.course().state().words());
        root.addProperty("epochsPlanned", run.course().planned());
        JsonObject settings = new JsonObject();
        run.course().settings().forEach(settings::addProperty);
        root.add("settings", settings);
        root.add("epochs", epochs(run));
        root.add("results", results(run));
        root.addProperty("sha256", run.sha256());
        JsonObject environment = new JsonObject();
        environment.addProperty("longhand", run.environment().longhand());
        environment.addProperty("java", run.environment().java());
        environment.addProperty("kernels", run.environment().kernels());
        environment.addProperty("system", run.environment().system());
        root.add("environment", environment);
        root.addProperty("seconds", run.course().seconds());
        return GSON.toJson(root) + "\n";
    }

    private static JsonArray layers(Run run) {
        JsonArray layers = new JsonArray();
        for (LayerInfo info : run.model().layers()) {
            JsonObject layer = new JsonObject();
            layer.addProperty("name", info.name());
            layer.addProperty("kind", info.kind());
            layer.addProperty("output", info.output().toString());
            layer.addProperty("parameters", info.parameterCount());
            layers.add(layer);
        }
        return layers;
    }

    private static JsonArray epochs(Run run) {
        JsonArray epochs = new JsonArray();
        for (EpochResult result : run.course().epochs()) {
            JsonObject epoch = new JsonObject();
            epoch.addProperty("epoch", result.epoch());
            epoch.add("loss", number(result.loss()));
            epoch.add("accuracy", number(result.accuracy()));
            epoch.add("validationLoss", number(result.validationLoss()));
            epoch.add("validationAccuracy", number(result.validationAccuracy()));
            epoch.add("learningRate", number(result.learningRate()));
            epoch.add("seconds", number(result.seconds()));
            epochs.add(epoch);
        }
        return epochs;
    }

    private static JsonArray results(Run run) {
        JsonArray results = new JsonArray();
        for (Result of : run.results()) {
            JsonObject result = new JsonObject();
            result.addProperty("data", of.data());
            result.addProperty("samples", of.samples());
            JsonObject figures = new JsonObject();
            of.figures().forEach((name, value) -> figures.add(name, number(value)));
            result.add("figures", figures);
            results.add(result);
        }
        return results;
    }

    private static JsonElement number(double value) {
        return Double.isFinite(value) ? new JsonPrimitive(value) : JsonNull.INSTANCE;
    }
}
