package dev.longhand.tool;

import dev.longhand.model.Model;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import picocli.CommandLine.Option;

/** The options that name a compiled declaration. */
final class DeclarationOptions {

    @Option(
            names = "--declaration",
            paramLabel = "TYPE",
            description = "The declaration of the network, such as com.acme.Digits, compiled.")
    String declaration = "";

    @Option(
            names = "--class-path",
            paramLabel = "PATH",
            defaultValue = "target/classes",
            description = "Where its classes are: folders and jars, separated as Java does. Default: ${DEFAULT-VALUE}")
    String classPath = "target/classes";

    /** A new model of the declaration. */
    Model model() {
        return DeclaredModel.create(
                declaration,
                Arrays.stream(classPath.split(File.pathSeparator))
                        .filter(entry -> !entry.isEmpty())
                        .map(Path::of)
                        .toList());
    }
}
