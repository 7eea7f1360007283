package dev.longhand.processor;

import dev.longhand.io.ClassNames;
import dev.longhand.io.Weights;
import dev.longhand.model.Model;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes the weights that the declarations in {@code golden} and {@code bad} name: right ones, and one for each error. */
final class PretrainedFiles {

    /** A recipe for flowers, as {@code Recipe} writes it: 4 inputs, 3 classes. */
    static final String FLOWERS = "{\"version\":1,\"target\":{\"column\":\"species\",\"kind\":\"classes\","
            + "\"classes\":[\"Iris-setosa\",\"Iris-versicolor\",\"Iris-virginica\"]},\"pass\":[],\"farLimit\":3.0,"
            + "\"features\":["
            + number("petal length", "REFUSE", 4) + "," + number("petal width", "FILL", 1)
            + ",{\"column\":\"colour\",\"kind\":\"one-hot\",\"categories\":[\"white\",\"blue\"],\"missing\":\"REFUSE\","
            + "\"fill\":\"white\"}]}";

    /** A recipe for a number: 2 inputs. */
    static final String PRICES = "{\"version\":1,\"target\":{\"column\":\"price\",\"kind\":\"number\",\"scaling\":"
            + "\"Z_SCORE\",\"shift\":100.0,\"scale\":10.0,\"min\":50.0,\"max\":150.0},\"pass\":[],\"farLimit\":3.0,"
            + "\"features\":[" + number("rooms", "INDICATE", 3) + "]}";

    private final Path folder;
    private final Path work;

    /** A writer of files into a folder, which compiles in another one. */
    PretrainedFiles(Path folder, Path work) {
        this.folder = folder;
        this.work = work;
    }

    private static String number(String column, String missing, int range) {
        return "{\"column\":\"" + column + "\",\"kind\":\"number\",\"scaling\":\"MIN_MAX\",\"shift\":0.0,\"scale\":1.0,"
                + "\"min\":0.0,\"max\":" + range + ".0,\"missing\":\"" + missing + "\",\"fill\":1.0}";
    }

    void write() throws IOException {
        Files.createDirectories(folder);
        Model flowers = model("Flowers", "input = 4, loss = Loss.CROSS_ENTROPY", """
                @Dense(units = 3, activation = Activation.SOFTMAX) Layer output();
                """);
        Map<String, String> recipe = Map.of("longhand.recipe", FLOWERS);
        save(flowers, "flowers", recipe);
        save(flowers, "version", Map.of("longhand.recipe", FLOWERS.replace("\"version\":1", "\"version\":2")));
        save(flowers, "sorts", ClassNames.of("first", "second").metadata());
        save(flowers, "names", Map.of("longhand.classes", "[\"first\","));
        byte[] bytes = Files.readAllBytes(file("flowers"));
        byte[] damaged = bytes.clone();
        damaged[bytes.length - 7] ^= 4;
        Files.write(file("damaged"), damaged);
        Files.write(file("short"), Arrays.copyOf(bytes, 300));
        Files.writeString(file("text"), "These are no weights, but a text.\n");
        foreign("foreign", "F32", 4, "");
        foreign("half", "F16", 2, "\"__metadata__\":{\"format\":\"longhand\"},");
        save(
                model("Signs", "input = 2, loss = Loss.BINARY_CROSS_ENTROPY", """
                        @Dense(units = 2) Layer hidden();
                        @BatchNorm Layer norm();
                        @Dense(units = 1, activation = Activation.SIGMOID) Layer output();
                        """),
                "signs",
                ClassNames.of("-", "+").metadata());
        save(
                model("Prices", "input = 2, loss = Loss.MEAN_SQUARED_ERROR", """
                        @Dense(units = 1) Layer output();
                        """),
                "prices",
                Map.of("longhand.recipe", PRICES));
        save(model("Wide", "input = 4, loss = Loss.CROSS_ENTROPY", """
                        @Dense(units = 5) Layer hidden();
                        @Dense(units = 3, activation = Activation.SOFTMAX) Layer output();
                        """), "wide", recipe);
        save(model("Scanned", "input = {6, 6, 2}, loss = Loss.MEAN_SQUARED_ERROR", """
                        @Conv2d(filters = 2, kernel = 3, activation = Activation.RELU) Layer edges();
                        @BatchNorm Layer norm();
                        @GlobalAvgPool2d Layer means();
                        @Dropout(rate = 0.5) Layer drop();
                        @Dense(units = 2) Layer left();
                        @Dense(units = 2) @From("drop") Layer right();
                        @Concat @From({"left", "right"}) Layer both();
                        @Dense(units = 1) Layer output();
                        """), "scanned", Map.of());
        save(model("Inputs", "input = 5, loss = Loss.CROSS_ENTROPY", """
                        @Dense(units = 3, activation = Activation.SOFTMAX) Layer output();
                        """), "inputs", recipe);
        save(model("Outputs", "input = 4, loss = Loss.CROSS_ENTROPY", """
                        @Dense(units = 2, activation = Activation.SOFTMAX) Layer output();
                        """), "outputs", recipe);
    }

    private Path file(String name) {
        return folder.resolve(name + ".safetensors");
    }

    private void save(Model model, String name, Map<String, String> metadata) throws IOException {
        Weights.save(model, file(name), new LinkedHashMap<>(metadata));
    }

    private Model model(String name, String network, String layers) {
        String source = "package plain;\n" + Declarations.HEAD + "@Network(" + network + ")\ninterface " + name + " {\n"
                + layers + "}\n";
        return Compilation.of(work.resolve(name), "plain." + name, source).model("plain." + name + "Model");
    }

    /** Writes what another program could have written: zeros in the arrays of Flowers. */
    private void foreign(String name, String type, int bytes, String metadata) throws IOException {
        String header = "{" + metadata + "\"output.bias\":{\"dtype\":\"" + type
                + "\",\"shape\":[3],\"data_offsets\":[0," + 3 * bytes + "]},\"output.weight\":{\"dtype\":\"" + type
                + "\",\"shape\":[4,3],\"data_offsets\":[" + 3 * bytes + "," + 15 * bytes + "]}}";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length())
                .array());
        out.write(header.getBytes(StandardCharsets.UTF_8));
        out.write(new byte[15 * bytes]);
        Files.write(file(name), out.toByteArray());
    }
}
