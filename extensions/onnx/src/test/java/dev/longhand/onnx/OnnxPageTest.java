package dev.longhand.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.io.Weights;
import dev.longhand.model.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reader of docs/onnx.md does with its program. */
class OnnxPageTest {

    private static final Path PAGE = Path.of("..", "..", "docs", "onnx.md");

    /** The program writes to the current folder, which a test can't change. */
    private static String program(String page, Path folder) {
        String begin = "```java\n";
        int from = page.indexOf(begin) + begin.length();
        return page.substring(from, page.indexOf("```", from))
                .replace("Path.of(\"", "Path.of(\"" + folder.toString().replace("\\", "\\\\") + "/");
    }

    @Test
    void theProgramWritesFilesThatPredictTheSame(@TempDir Path folder) throws IOException {
        Networks networks =
                Networks.compile(folder.resolve("compiled"), Map.of("Export", program(Files.readString(PAGE), folder)));
        Model model = networks.model("Export_DigitsModel", 5);
        Path weights = folder.resolve("digits.safetensors");
        Weights.save(model, weights, Map.of("classes", "0 1 2 3 4 5 6 7 8 9"));
        networks.run("Export", weights.toString());

        float[] x = new float[2 * 784];
        Random random = new Random(1);
        for (int i = 0; i < x.length; i++) {
            x[i] = random.nextFloat();
        }
        for (String name : new String[] {"digits.onnx", "digits-folded.onnx"}) {
            byte[] file = Files.readAllBytes(folder.resolve(name));
            Close.to(Session.predict(file, model, x), model.predict(x), name);
        }
        assertThat(GraphRules.read(Files.readAllBytes(folder.resolve("digits-folded.onnx")))
                        .getMetadataPropsList())
                .extracting(text -> text.getKey() + ": " + text.getValue())
                .containsExactly("classes: 0 1 2 3 4 5 6 7 8 9");
    }

    @Test
    void thePomNamesTheModule() throws IOException {
        assertThat(Files.readString(PAGE)).contains("<artifactId>longhand-onnx</artifactId>");
        assertThat(Files.readString(Path.of("pom.xml"))).contains("<artifactId>longhand-onnx</artifactId>");
    }
}
