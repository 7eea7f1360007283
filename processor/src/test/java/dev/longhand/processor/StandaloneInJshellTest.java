package dev.longhand.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.model.Model;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A standalone file that is typed into the JDK's interactive shell. */
class StandaloneInJshellTest {

    private static final String PATTERNS = Declarations.HEAD + """
            @Network(input = {6, 6, 1}, loss = Loss.CROSS_ENTROPY, style = Style.LOOPS, standalone = true)
            public interface Patterns {
                @Conv2d(filters = 3, kernel = 3, activation = Activation.SILU) Layer conv();
                @MaxPool2d(size = 2) Layer pool();
                @Flatten Layer flat();
                @Dense(units = 2, activation = Activation.SOFTMAX) Layer output();
            }
            """;

    @Test
    void itPredictsWhatTheModelPredicts(@TempDir Path directory) {
        Compilation compilation = Compilation.of(directory, "Patterns", PATTERNS);
        Model model = compilation.model("PatternsModel");
        float[] x = new float[72];
        for (int i = 0; i < x.length; i++) {
            x[i] = (i * 37 % 17 - 8) / 8f;
        }
        int expected = Arrays.hashCode(model.predict(x));

        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            evaluate(shell, compilation.sources().get("PatternsAlone.java"));
            evaluate(shell, "float[] p = " + literal(model.parameters().copy()) + ";");
            evaluate(shell, "float[] x = " + literal(x) + ";");
            String digest = evaluate(shell, "java.util.Arrays.hashCode(new PatternsAlone(p).predict(x))");

            assertThat(digest).isEqualTo(String.valueOf(expected));
        }
    }

    /** Evaluates each snippet of a source, and returns the value of the last. */
    private static String evaluate(JShell shell, String source) {
        String value = "";
        String rest = source;
        while (!rest.isBlank()) {
            CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            List<SnippetEvent> events = shell.eval(next.source());
            assertThat(events)
                    .allSatisfy(event -> assertThat(event.status())
                            .as(
                                    "%s: %s",
                                    next.source(),
                                    shell.diagnostics(event.snippet()).toList())
                            .isEqualTo(Status.VALID));
            for (SnippetEvent event : events) {
                value = event.value() == null ? "" : event.value();
            }
            rest = next.remaining();
        }
        return value;
    }

    private static String literal(float[] values) {
        StringBuilder literal = new StringBuilder("{");
        for (float value : values) {
            literal.append("Float.intBitsToFloat(")
                    .append(Float.floatToIntBits(value))
                    .append("), ");
        }
        return literal.append('}').toString();
    }
}
