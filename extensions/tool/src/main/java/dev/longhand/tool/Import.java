package dev.longhand.tool;

import dev.longhand.file.RegularFile;
import dev.longhand.importer.ImportedNetwork;
import dev.longhand.importer.WrittenFiles;
import dev.longhand.importer.keras.KerasFile;
import dev.longhand.importer.onnx.OnnxFile;
import dev.longhand.io.Weights;
import dev.longhand.model.Model;
import dev.longhand.safetensors.SafetensorsHeader;
import dev.longhand.safetensors.WeightsChecksum;
import dev.longhand.safetensors.WeightsDeclaration;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports a network of another library. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Imports a network, or weights for one, from a file of another library.",
        footer = {
            "",
            "A network of ONNX or Keras becomes a declaration in Java and a weights file, below --out. PyTorch's state"
                    + " dicts hold weights alone: write the declaration yourself, compile it and name it.",
            "",
            "  longhand import digits.onnx --package com.acme --out src/main",
            "  longhand import state.safetensors --declaration com.acme.Digits --layout torch \\",
            "      --out digits.safetensors"
        })
final class Import implements Callable<Integer> {

    /** What the metadata of a weights file says of that file alone. */
    private static final Set<String> ABOUT_THE_FILE = Set.of(
            SafetensorsHeader.FORMAT,
            SafetensorsHeader.LAYOUT,
            "network",
            WeightsDeclaration.METADATA,
            WeightsChecksum.METADATA);

    private final PrintWriter out;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "FILE",
            description = "A network: .onnx, or .keras or .h5 of Keras. Or weights: .safetensors of PyTorch.")
    private Path file = Path.of("");

    /** The options for networks. */
    static final class NetworkOptions {
        @Option(
                names = "--package",
                paramLabel = "PACKAGE",
                description = "The package of the declaration. Default: the unnamed one")
        private String packageName = "";

        @Option(
                names = "--name",
                paramLabel = "NAME",
                description = "The name of the declaration. Default: that of the file")
        private @Nullable String name;

        @Option(
                names = "--weights",
                paramLabel = "FILE",
                description = "The weights of Keras, if FILE is the JSON of model.to_json.")
        private @Nullable Path weights;
    }

    @ArgGroup(exclusive = false, heading = "%nFor networks:%n")
    private NetworkOptions network = new NetworkOptions();

    @Option(
            names = "--out",
            paramLabel = "PATH",
            description =
                    "The folder for networks, which get files below java and resources in it; by default src/main."
                            + " The weights file for weights.")
    private @Nullable Path target;

    @Option(names = "--replace", description = "Replaces files that are there.")
    private boolean replaces;

    @Mixin
    private DeclarationOptions declared = new DeclarationOptions();

    @Mixin
    private LayoutOptions layout = new LayoutOptions();

    Import(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        RegularFile.require(file);
        if (ending(file).equals("safetensors")) {
            importWeights();
        } else {
            importNetwork();
        }
        return 0;
    }

    private void importNetwork() throws IOException {
        if (!declared.declaration.isEmpty()) {
            throw wrongUse("--declaration is for weights alone; the declaration of " + file
                    + " is written: give its --name and --package");
        }
        ImportedNetwork read = read();
        ImportedNetwork named = network.name == null ? read : read.named(network.name);
        Path folder = target == null ? Path.of("src", "main") : target;
        WrittenFiles files =
                replaces ? named.replaceIn(folder, network.packageName) : named.writeTo(folder, network.packageName);
        out.println("Wrote " + files.declaration());
        out.println("Wrote " + files.weights());
    }

    private ImportedNetwork read() throws IOException {
        String ending = ending(file);
        if (network.weights != null) {
            return KerasFile.read(file, network.weights);
        }
        return switch (ending) {
            case "onnx" -> OnnxFile.read(file);
            case "keras", "h5", "hdf5" -> KerasFile.read(file);
            case "json" ->
                throw wrongUse(file + " describes a network of Keras: give its weights too, by --weights weights.h5");
            case "pt", "pth", "bin", "ckpt" ->
                throw new IllegalArgumentException(file
                        + " can't be read: save the state_dict by safetensors.torch.save_file, or the network by"
                        + " torch.onnx.export");
            default ->
                throw new IllegalArgumentException(
                        file + " isn't known by its ending: networks are .onnx, .keras or .h5, weights .safetensors");
        };
    }

    private void importWeights() throws IOException {
        if (declared.declaration.isEmpty()) {
            throw wrongUse(file
                    + " holds weights only: write the network's declaration, compile it, and add --declaration with"
                    + " its name, such as com.acme.Digits");
        }
        if (target == null) {
            throw wrongUse("Say where the weights go: add --out, such as --out digits.safetensors");
        }
        if (!replaces && Files.exists(target)) {
            throw new FileAlreadyExistsException(
                    target.toString(), null, "it's there already: add --replace, or choose another name");
        }
        Model model = declared.model();
        layout.load(model, file);
        Map<String, String> texts = new TreeMap<>(Weights.metadata(file));
        ABOUT_THE_FILE.forEach(texts::remove);
        texts.put("origin", String.valueOf(file.getFileName()));
        Weights.save(model, target, texts);
        out.println("Wrote " + target);
    }

    private ParameterException wrongUse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private static String ending(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
