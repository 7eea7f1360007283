package dev.longhand.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.examples.quickstart.Pom.Artifact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.NodeList;

/** What Maven Central wants of projects that are published, and what the BOM lists of them. */
class PublicationTest {

    private static final Path REPOSITORY = Path.of("..", "..");

    /** The folders of the modules that are published, of what the root lists. */
    static List<String> published() throws Exception {
        NodeList modules = Pom.read(REPOSITORY.resolve("pom.xml")).document().getElementsByTagName("module");
        return IntStream.range(0, modules.getLength())
                .mapToObj(i -> modules.item(i).getTextContent())
                .filter(module -> !module.equals("benchmarks/peers"))
                .filter(module -> !text(module).contains("<maven.deploy.skip>true</maven.deploy.skip>"))
                .toList();
    }

    private static String text(String module) {
        try {
            return Files.readString(REPOSITORY.resolve(module).resolve("pom.xml"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Pom pom(String module) throws Exception {
        return Pom.read(REPOSITORY.resolve(module).resolve("pom.xml"));
    }

    @Test
    void nothingButLibrariesAndTheArchetypeIsPublished() throws Exception {
        assertThat(published())
                .contains("bom", "api", "runtime", "processor", "extensions/archetype")
                .allMatch(module -> !module.startsWith("examples") && !module.startsWith("benchmarks"));
    }

    @ParameterizedTest
    @MethodSource("published")
    void aModuleSaysWhatItIs(String module) throws Exception {
        Pom pom = pom(module);
        assertThat(List.of(pom.value("name"), pom.value("description"))).noneMatch(String::isBlank);
    }

    /** The modules inherit it from the root, but the BOM has no parent. */
    @ParameterizedTest
    @ValueSource(strings = {"bom", "."})
    void everyProjectSaysWhoseItIsAndWhereItsSourceIs(String module) throws Exception {
        Pom pom = pom(module);
        assertThat(Stream.of("url", "licenses", "developers", "scm", "connection")
                        .map(pom::value))
                .noneMatch(String::isBlank);
    }

    @Test
    void theBomListsAllLibrariesInTheVersionOfTheProject() throws Exception {
        String version = pom(".").version();
        List<Artifact> libraries = published().stream()
                .filter(module -> !module.equals("bom") && !module.equals("extensions/archetype"))
                .map(module -> new Artifact("dev.longhand", artifactId(module), version))
                .toList();
        assertThat(pom("bom").version()).isEqualTo(version);
        assertThat(pom("bom").artifacts("dependency")).containsExactlyInAnyOrderElementsOf(libraries);
    }

    private static String artifactId(String module) {
        String text = text(module);
        String own = text.substring(text.indexOf("</parent>"));
        return own.substring(own.indexOf("<artifactId>") + "<artifactId>".length(), own.indexOf("</artifactId>"));
    }

    @Test
    void theQuickstartMakesAProjectOfThisVersion() throws Exception {
        assertThat(Files.readString(REPOSITORY.resolve(Path.of("docs", "quickstart.md"))))
                .contains(
                        "-DarchetypeArtifactId=longhand-quickstart", "-DarchetypeVersion=" + pom(".").version() + " ");
    }
}
