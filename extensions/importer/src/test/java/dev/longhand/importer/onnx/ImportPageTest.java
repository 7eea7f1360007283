package dev.longhand.importer.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.importer.DeclarationWriter;
import dev.longhand.importer.ImportedNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/import.md shows is what is written. */
class ImportPageTest {

    @TempDir
    Path folder;

    @Test
    void thePageShowsTheDeclarationThatIsWritten() throws IOException {
        String page = Files.readString(Path.of("../../docs/import.md"));
        ImportedNetwork network = OnnxFile.read(PyTorchModelsTest.file("signs.onnx"));
        String written = DeclarationWriter.write(network, "com.acme");
        assertThat(page).contains("```java\n" + written.substring(written.indexOf("/**")) + "```");
    }

    /** The statements of the page, which name files of the current folder, here with another folder. */
    @Test
    void thePageNamesTheFilesThatAreWritten() throws IOException {
        ImportedNetwork network = OnnxFile.read(PyTorchModelsTest.file("signs.onnx"));
        network.named("Signs").writeTo(folder.resolve("src/main"), "com.acme");
        assertThat(Files.readString(Path.of("../../docs/import.md"))).contains("""
                ```java
                ImportedNetwork network = OnnxFile.read(Path.of("signs.onnx"));
                network.named("Signs").writeTo(Path.of("src/main"), "com.acme");
                ```
                """);
        assertThat(folder.resolve("src/main/java/com/acme/Signs.java")).exists();
        assertThat(folder.resolve("src/main/resources/com/acme/signs.safetensors"))
                .exists();
    }
}
