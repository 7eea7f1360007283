package dev.longhand.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reader of docs/standalone.md does with it: compiles the declaration, and the program without Longhand. */
class StandalonePageTest {

    private static final Pattern BLOCK = Pattern.compile("(?s)```java\n(.*?)```");

    @Test
    void theProgramCompilesWithNothingButTheFile(@TempDir Path directory) throws IOException {
        String page = Files.readString(Path.of("..", "docs", "standalone.md"));
        List<String> blocks =
                BLOCK.matcher(page).results().map(block -> block.group(1)).toList();
        assertThat(blocks).hasSize(2);
        Compilation compilation = Compilation.of(directory, "shop.Iris", blocks.get(0));
        Map<String, String> sources = new TreeMap<>(StandaloneFile.sources(compilation));
        sources.put("shop/Classify.java", blocks.get(1));

        Path classes = StandaloneFile.compile(
                ToolProvider.getSystemJavaCompiler(), directory, sources, "--release", "11", "-Xlint:all", "-Werror");

        assertThat(classes.resolve("shop/Classify.class")).exists();
        assertThat(page).contains("parameters()", "learn(x, t, learningRate)", "predict(x)", "IrisAlone.load(in)");
        assertThat(sources.get("shop/IrisAlone.java"))
                .contains("float[] parameters()", "float learn(float[] x, float[] t, float learningRate)");
    }
}
