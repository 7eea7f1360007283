package dev.longhand.tool;

import dev.longhand.io.Weights;
import dev.longhand.model.Model;
import dev.longhand.onnx.Onnx;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Exports a network with its weights for other engines. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Exports a network with its weights as an ONNX file.",
        footer = {
            "",
            "  longhand export --declaration com.acme.Digits --class-path target/classes \\",
            "      --weights digits.safetensors --out digits.onnx"
        })
final class Export implements Callable<Integer> {

    private final PrintWriter out;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DeclarationOptions declared = new DeclarationOptions();

    @Option(names = "--weights", paramLabel = "FILE", description = "The network's weights, a safetensors file.")
    private @Nullable Path weights;

    @Mixin
    private LayoutOptions layout = new LayoutOptions();

    @Option(names = "--out", paramLabel = "FILE", description = "The ONNX file to write.")
    private @Nullable Path target;

    @Option(names = "--replace", description = "Replaces a file that is there.")
    private boolean replaces;

    @Option(
            names = "--fold",
            description = "Folds batch norms into the layers before them: fewer nodes, and outputs differ by rounding.")
    private boolean folds;

    Export(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        Path file = required(
                weights, "Say which weights the network has: add --weights, such as" + " --weights digits.safetensors");
        Path written = required(target, "Say where the network goes: add --out, such as --out digits.onnx");
        if (declared.declaration.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Say which network to export: add --declaration with its name, such as com.acme.Digits");
        }
        if (!replaces && Files.exists(written)) {
            throw new FileAlreadyExistsException(
                    written.toString(), null, "it's there already: add --replace, or choose another name");
        }
        Model model = declared.model();
        layout.load(model, file);
        Onnx onnx = Onnx.of(model).metadata(Weights.metadata(file));
        (folds ? onnx.foldBatchNorms() : onnx).write(written);
        out.println("Wrote " + written);
        return 0;
    }

    private Path required(@Nullable Path given, String message) {
        if (given == null) {
            throw new ParameterException(spec.commandLine(), message);
        }
        return given;
    }
}
