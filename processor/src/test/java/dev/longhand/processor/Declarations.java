package dev.longhand.processor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** Small declarations, a right and a wrong one, and the errors of their compilation. */
final class Declarations {

    static final String HEAD = """
            import dev.longhand.*;
            import dev.longhand.layer.*;

            """;
    static final String RIGHT = """
            @Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
            interface Right %s {
                @Dense(units = 1) Layer output();
            }
            """;
    static final String WRONG = """
            @Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
            interface Wrong {
                @Dense(units = 0) Layer output();
            }
            """;

    private Declarations() {}

    /** Writes a source file with the imports that a declaration needs. */
    static Path write(Path folder, String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name + ".java"), HEAD + text);
    }

    /** The messages of the errors among diagnostics. */
    static List<String> errors(List<Diagnostic<? extends JavaFileObject>> diagnostics) {
        return diagnostics.stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
                .toList();
    }
}
