package dev.longhand.tool;

import dev.longhand.io.ClassNames;
import dev.longhand.io.Weights;
import dev.longhand.model.Model;
import dev.longhand.table.Recipe;
import dev.longhand.table.TableModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks that a weights file fits a network: names, shapes, types, numbers, checksum, declaration and recipe. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Checks that a weights file fits a network.",
        footer = {
            "",
            "Its tensors must be the network's, by names, shapes and types; its numbers finite, its checksum right, its"
                    + " declaration, if it tells it, the network's, and its recipe and the names of its classes, if it has them, for the network's inputs and outputs.",
            "",
            "  longhand verify digits.safetensors --declaration com.acme.Digits --class-path target/classes"
        })
final class Verify implements Callable<Integer> {

    private final PrintWriter out;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "A safetensors file.")
    private Path file = Path.of("");

    @Mixin
    private DeclarationOptions declared = new DeclarationOptions();

    @Mixin
    private LayoutOptions layout = new LayoutOptions();

    Verify(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        if (declared.declaration.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Say which network the file is for: add --declaration with its name, such as com.acme.Digits");
        }
        Model model = declared.model();
        layout.load(model, file);
        Map<String, String> metadata = Weights.metadata(file);
        String more = "";
        if (metadata.containsKey(Recipe.METADATA)) {
            TableModel.of(model, Recipe.load(file));
            more += ", and its recipe";
        }
        Optional<ClassNames> classes = ClassNames.in(metadata, file.toString());
        if (classes.isPresent()) {
            classes.get().scores(model.info(), new float[model.info().output().size()]);
            more += ", and the names of its classes";
        }
        out.printf(
                "%s fits %s: %,d parameters and %,d numbers of state%s%n",
                file,
                declared.declaration,
                model.info().parameterCount(),
                model.info().stateCount(),
                more);
        return 0;
    }
}
