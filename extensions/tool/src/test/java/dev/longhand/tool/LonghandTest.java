package dev.longhand.tool;

import static dev.longhand.tool.CommandRun.assertFailed;
import static dev.longhand.tool.CommandRun.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.longhand.io.ClassNames;
import dev.longhand.io.Layout;
import dev.longhand.io.TensorNames;
import dev.longhand.io.Weights;
import dev.longhand.model.Model;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LonghandTest {

    private static final Path KERAS = Path.of("../importer/src/test/resources/keras");
    private static final Path TORCH = Path.of("../../processor/src/test/resources/reference/torch");

    private Path classes = Path.of("");
    private Path folder = Path.of("");
    private Path file = Path.of("");
    private Model model = null;

    private static void assertMisused(CommandRun result, String message) {
        assertThat(result.err()).startsWith(message + System.lineSeparator() + "Try 'longhand ");
        assertThat(result.out()).isEmpty();
        assertThat(result.exitCode()).isEqualTo(2);
    }

    @BeforeAll
    void compile(@TempDir Path declared) throws IOException {
        classes = CompiledDeclaration.of(declared, "com.acme.Nets", """
                package com.acme;

                import dev.longhand.*;
                import dev.longhand.layer.*;

                public interface Nets {
                    @Network(input = 8, loss = Loss.CROSS_ENTROPY)
                    interface Digits {
                        @Dense(units = 12, activation = Activation.RELU)   Layer first();
                        @Dense(units = 12, activation = Activation.RELU)   Layer second();
                        @Dense(units = 3, activation = Activation.SOFTMAX) Layer last();
                    }

                    @Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
                    interface Small {
                        @Dense(units = 1) Layer only();
                    }
                }
                """);
    }

    @BeforeEach
    void save(@TempDir Path saved) throws IOException {
        folder = saved;
        file = folder.resolve("digits.safetensors");
        model = DeclaredModel.create("com.acme.Nets.Digits", List.of(classes));
        Weights.save(model, file, Map.of("version", "7"));
    }

    private CommandRun verify(Object... more) {
        Object[] args = new Object[6 + more.length];
        System.arraycopy(
                new Object[] {"verify", file, "--declaration", "com.acme.Nets.Digits", "--class-path", classes},
                0,
                args,
                0,
                6);
        System.arraycopy(more, 0, args, 6, more.length);
        return run(args);
    }

    @Test
    void inspectPrintsATable() {
        CommandRun result = run("inspect", file);
        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out().replaceAll("[0-9a-f]{64}", "<digest>").replaceAll("[0-9a-f]{8}, right", "<sum>, right"))
                .isEqualToNormalizingNewlines("""
                        %s: safetensors, %,d bytes

                        layout    Longhand's
                        checksum  <sum>, right
                        format    longhand
                        layout    dense [in][out]
                        network   Digits
                        version   7
                        sha256    <digest>

                        tensor         type  shape  numbers
                        first.bias     F32   12     12
                        first.weight   F32   8×12   96
                        last.bias      F32   3      3
                        last.weight    F32   12×3   36
                        second.bias    F32   12     12
                        second.weight  F32   12×12  144

                        6 tensors with 303 numbers

                        declaration
                          @Network: input 8; outputs last
                          first: Dense 12; activation RELU; reads the input
                          second: Dense 12; activation RELU; reads first
                          last: Dense 3; activation SOFTMAX; reads second
                        """.formatted(file, file.toFile().length()));
    }

    @Test
    void inspectPrintsJson() {
        JsonObject object =
                JsonParser.parseString(run("inspect", "--json", file).out()).getAsJsonObject();
        assertThat(object.getAsJsonObject("metadata").get("version").getAsString())
                .isEqualTo("7");
        assertThat(object.getAsJsonArray("declaration")).hasSize(4);
        assertThat(object.getAsJsonArray("tensors")).hasSize(6);
        assertThat(object.getAsJsonArray("tensors").get(1).toString())
                .isEqualTo("{\"name\":\"first.weight\",\"type\":\"F32\",\"shape\":[8,12]}");
    }

    @Test
    void inspectReadsFilesOfKeras() {
        assertThat(run("inspect", KERAS.resolve("perceptron.h5")).out())
                .contains(": HDF5, ", "keras_version", "model_weights/dense/dense/kernel:0", "float", "4×5");
        assertThat(run("inspect", KERAS.resolve("images.keras")).out())
                .contains(": Keras, ", "layers/conv2d/vars/0", "3×3×2×4");
    }

    @Test
    void inspectTellsADamagedFile() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 2] ^= 1;
        Files.write(file, bytes);
        assertThat(run("inspect", file).out()).contains(", wrong: the file is damaged, its bytes give ");
        Files.writeString(file, "no weights at all");
        assertFailed(
                run("inspect", file),
                file + ": it doesn't look like a safetensors file, which begins with 8 bytes for the length of its"
                        + " header and then '{'");
        assertFailed(run("inspect", folder.resolve("no")), "There is no file " + folder.resolve("no"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[1099511627776,1099511627776]", "[4611686018427387904,4]", "[9223372036854775807]"})
    void inspectRefusesImpossibleShapes(String shape) throws IOException {
        byte[] header =
                "{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"a\":{\"dtype\":\"F32\",\"shape\":%s,\"data_offsets\":[4,4]}}"
                        .formatted(shape)
                        .getBytes(StandardCharsets.UTF_8);
        Files.write(
                file,
                ByteBuffer.allocate(8 + header.length + 4)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(header.length)
                        .put(header)
                        .array());
        String message = file + ": its tensor \"a\" has the impossible shape " + shape.replace(",", ", ")
                + ": the file is damaged, so get or write it again";
        assertFailed(run("inspect", file), message);
        assertFailed(run("inspect", "--json", file), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1099511627776,1099511627776", "-3", "-3,0"})
    void inspectRefusesImpossibleShapesOfOnnx(String shape) throws IOException {
        TensorProto.Builder tensor = TensorProto.newBuilder().setName("a").setDataType(1);
        List<Long> dimensions = Stream.of(shape.split(",")).map(Long::valueOf).toList();
        Path onnx = folder.resolve("a.onnx");
        Files.write(
                onnx,
                ModelProto.newBuilder()
                        .setGraph(GraphProto.newBuilder()
                                .addNode(NodeProto.newBuilder().setOpType("Relu"))
                                .addInitializer(tensor.addAllDims(dimensions)))
                        .build()
                        .toByteArray());
        assertFailed(
                run("inspect", onnx),
                onnx + ": its tensor \"a\" has the impossible shape " + dimensions
                        + ": the file is damaged, so get or write it again");
    }

    @ParameterizedTest
    @CsvSource({"Failing, no data", "Uninitialized, no table"})
    void aModelThatFailsIsReportedByItsCause(String name, String cause, @TempDir Path declared) throws IOException {
        Path compiled = CompiledDeclaration.of(declared, "com.acme.Broken", """
                package com.acme;

                import dev.longhand.model.Model;

                public interface Broken {
                    abstract class Failing implements Model {
                        public static Model create(long seed) {
                            throw new IllegalStateException("no data");
                        }
                    }

                    abstract class Uninitialized implements Model {
                        static final int SIZE = size();

                        static int size() {
                            throw new IllegalStateException("no table");
                        }

                        public static Model create(long seed) {
                            throw new IllegalStateException("no data");
                        }
                    }
                }
                """);
        assertThatThrownBy(() -> DeclaredModel.create("com.acme.Broken$" + name, List.of(compiled)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("com.acme.Broken$" + name + " can't be used: java.lang.IllegalStateException: "
                        + cause + "; compile it ");
    }

    @Test
    void verifyAcceptsWhatFits() {
        CommandRun result = verify();
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .isEqualToNormalizingNewlines(
                        file + " fits com.acme.Nets.Digits: 303 parameters and 0 numbers of state\n");
        assertThat(result.exitCode()).isZero();
        assertThat(run("verify", file, "--declaration", "com.acme.Nets_DigitsModel", "--class-path", classes)
                        .exitCode())
                .isZero();
    }

    @Test
    void verifyRefusesWhatDoesNotFit() throws IOException {
        assertFailed(
                run("verify", file, "--declaration", "com.acme.Nets.Small", "--class-path", classes),
                file
                        + ": it isn't of the network Small: it lacks \"only.bias\", \"only.weight\" and it has \"first.bias\","
                        + " \"first.weight\", \"last.bias\", \"last.weight\", \"second.bias\" and 1 more, which the network"
                        + " hasn't");
        assertMisused(
                run("verify", file),
                "Say which network the file is for: add --declaration with its name, such as com.acme.Digits");
        assertFailed(
                run("verify", file, "--declaration", "com.acme.Digit", "--class-path", classes),
                "There is no model of com.acme.Digit in " + classes + ": compile the declaration first, or give the"
                        + " folder of its classes by --class-path");
        assertFailed(
                run("verify", file, "--declaration", "com.acme.Digit", "--class-path", "nowhere"),
                "nowhere isn't there, but is on the class path: compile the declaration first, or give the folder of its"
                        + " classes by --class-path");
    }

    @Test
    void stateDictsAreImportedByNamesAndLayout() throws IOException {
        Path names = Files.writeString(folder.resolve("names.txt"), "0 = first\n2 = second\n4 = last\n");
        Path imported = folder.resolve("imported.safetensors");
        Path state = TORCH.resolve("mlp.safetensors");
        Object[] args = {
            "import", state, "--declaration", "com.acme.Nets.Digits", "--class-path", classes, "--out", imported
        };
        assertFailed(
                run(args),
                state
                        + ": nothing in it tells whether its arrays are in PyTorch's layout or in Longhand's: add --layout"
                        + " torch if it was saved as PyTorch has it, or --layout longhand if it was transposed before");
        Object[] more = new Object[args.length + 4];
        System.arraycopy(args, 0, more, 0, args.length);
        System.arraycopy(new Object[] {"--layout", "torch", "--names", names}, 0, more, args.length, 4);
        assertThat(run(more).out()).isEqualToNormalizingNewlines("Wrote " + imported + "\n");
        Weights.load(model, imported);
        Model direct = DeclaredModel.create("com.acme.Nets.Digits", List.of(classes));
        Weights.load(direct, state, Layout.PYTORCH, TensorNames.read(names));
        assertThat(model.parameters().sha256()).isEqualTo(direct.parameters().sha256());
        assertFailed(run(more), imported + ": it's there already: add --replace, or choose another name");
    }

    @Test
    void networksOfKerasAreImported() throws IOException {
        Path target = folder.resolve("main");
        Object[] args = {
            "import", KERAS.resolve("two_inputs.h5"), "--package", "com.acme", "--name", "Pair", "--out", target
        };
        CommandRun result = run(args);
        assertThat(result.err()).isEmpty();
        Path declaration = target.resolve("java/com/acme/Pair.java");
        Path weights = target.resolve("resources/com/acme/pair.safetensors");
        assertThat(result.out()).isEqualToNormalizingNewlines("Wrote " + declaration + "\nWrote " + weights + "\n");
        Path compiled = CompiledDeclaration.compile(declaration, target);
        assertThat(run("verify", weights, "--declaration", "com.acme.Pair", "--class-path", compiled)
                        .exitCode())
                .isZero();
        assertThat(run(args).err()).contains("Pair.java").contains("it's there already");
        Object[] replacing = new Object[args.length + 1];
        System.arraycopy(args, 0, replacing, 0, args.length);
        replacing[args.length] = "--replace";
        assertThat(run(replacing).exitCode()).isZero();
        Path refused = KERAS.resolve("refused.keras");
        assertThat(run("import", refused, "--out", folder.resolve("none")).err())
                .startsWith(refused + " isn't imported, because 5 of its nodes");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void networksAreExportedAndImportedAgain() throws IOException {
        Path exported = folder.resolve("digits.onnx");
        Object[] args = {
            "export",
            "--declaration",
            "com.acme.Nets.Digits",
            "--class-path",
            classes,
            "--weights",
            file,
            "--out",
            exported
        };
        CommandRun result = run(args);
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).isEqualToNormalizingNewlines("Wrote " + exported + "\n");
        assertThat(run("inspect", exported).out())
                .contains(": ONNX, ", "producer", "Longhand", "version", "3 Gemm", "first.weight");
        assertFailed(run(args), exported + ": it's there already: add --replace, or choose another name");
        Path target = folder.resolve("main");
        assertThat(run("import", exported, "--package", "com.acme", "--name", "Again", "--out", target)
                        .err())
                .isEmpty();
        Path compiled = CompiledDeclaration.compile(target.resolve("java/com/acme/Again.java"), target);
        Model again = DeclaredModel.create("com.acme.Again", List.of(compiled));
        Weights.load(again, target.resolve("resources/com/acme/again.safetensors"));
        float[] x = {1, -2, 3, -4, 5, -6, 7, -8};
        assertThat(again.predict(x)).containsExactly(model.predict(x));
        assertMisused(
                run("export", "--declaration", "com.acme.Nets.Digits"),
                "Say which weights the network has: add --weights, such as --weights digits.safetensors");
    }

    @Test
    void namesOfClassesMustFit() throws IOException {
        Weights.save(model, file, ClassNames.of("a", "b", "c").metadata());
        assertThat(verify().out()).contains(", and the names of its classes");
        assertThat(run("inspect", file).out()).contains("classes   a, b, c");
        Weights.save(model, file, ClassNames.of("a", "b").metadata());
        assertFailed(verify(), "Digits has 3 outputs, but 2 classes were named: name one for each output");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "names.txt        | names.txt isn't known by its ending: networks are .onnx, .keras or .h5, weights .safetensors",
                "state.pt         | state.pt can't be read: save the state_dict by safetensors.torch.save_file, or the network by torch.onnx.export",
            })
    void filesThatAreNotImportedGetARemedy(String name, String message) throws IOException {
        Path other = Files.writeString(folder.resolve(name), "x");
        assertFailed(run("import", other), folder + "/" + message);
    }

    @Test
    void missingOptionsOfImportAreNamed() throws IOException {
        Path json = Files.writeString(folder.resolve("model.json"), "{}");
        assertMisused(
                run("import", json),
                json + " describes a network of Keras: give its weights too, by --weights weights.h5");
        assertMisused(
                run("import", file),
                file
                        + " holds weights only: write the network's declaration, compile it, and add --declaration with its"
                        + " name, such as com.acme.Digits");
        assertMisused(
                run("import", file, "--declaration", "com.acme.Nets.Digits"),
                "Say where the weights go: add --out, such as --out digits.safetensors");
        assertMisused(
                run("import", KERAS.resolve("perceptron.h5"), "--declaration", "com.acme.Nets.Digits"),
                "--declaration is for weights alone; the declaration of " + KERAS.resolve("perceptron.h5")
                        + " is written: give its --name and --package");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "inspect                   | Missing required parameter: 'FILE'",
                "inpect                    | Unmatched argument at index 0: 'inpect'",
                "verify a --layout tf      | Invalid value for option '--layout': expected one of [TORCH, LONGHAND] (case-insensitive) but was 'tf'",
                "inspect a --jsno          | Unknown option: '--jsno'",
            })
    void wrongArgumentsExitWith2(String line, String message) {
        CommandRun result = run((Object[]) line.split(" "));
        assertThat(result.err()).startsWith(message);
        assertThat(result.exitCode()).isEqualTo(2);
    }

    @Test
    void withoutArgumentsTheUsageIsPrinted() {
        CommandRun result = run();
        assertThat(result.err()).startsWith("Usage: longhand").contains("inspect", "verify", "import");
        assertThat(result.exitCode()).isEqualTo(2);
        CommandRun help = run("--help");
        assertThat(help.out()).startsWith("Usage: longhand").contains("Exit codes:");
        assertThat(help.exitCode()).isZero();
    }
}
