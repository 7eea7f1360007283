package dev.longhand.examples.strangers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What others do with Longhand's installed artifacts: projects of several kinds, in {@code src/projects}, and those that the
 * archetype makes, all built and run by one start of Maven.
 */
class StrangersIT {

    private static final Path JDK = Path.of(System.getProperty("java.home"));

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path FOLDER = TARGET.resolve("strangers");
    private static final Path PROJECTS = FOLDER.resolve("projects");
    private static final Path GENERATED = FOLDER.resolve("generated");

    private static Maven maven;

    @BeforeAll
    static void build() throws Exception {
        delete(FOLDER);
        // Where Maven stops looking for its configuration, or that of this repository would be theirs.
        Files.createDirectories(FOLDER.resolve(".mvn"));
        maven = Maven.of(TARGET.resolve("installed"), FOLDER.resolve("repository"));
        Files.createDirectory(GENERATED);
        generate("java");
        generate("kotlin");
        copy(Path.of("src", "projects"), PROJECTS);
        maven.run(PROJECTS, JDK, "verify");
    }

    /** Deletes a folder, and of links in it nothing but the links. */
    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void generate(String language) throws IOException, InterruptedException {
        maven.run(
                GENERATED,
                JDK,
                "org.apache.maven.plugins:maven-archetype-plugin:3.4.1:generate",
                "-DarchetypeCatalog=local",
                "-DarchetypeGroupId=dev.longhand",
                "-DarchetypeArtifactId=longhand-quickstart",
                "-DarchetypeVersion=" + System.getProperty("longhand.version"),
                "-DgroupId=com.acme",
                "-DartifactId=" + language + "-flowers",
                "-Dpackage=com.acme.flowers",
                "-Dlanguage=" + language);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    @Test
    void eclipsesCompilerTakesAConstantThatAnotherProcessorWrites() throws IOException {
        assertThat(output("eclipse")).containsExactly("praise", "blame", "blame", "praise");
    }

    @Test
    void aNamedModuleCompilesWithoutAWarningAndRunsOnTheModulePath() throws IOException {
        assertThat(output("modular")).containsExactly("in a module: 0 1 1 0");
    }

    @Test
    void mapStructMapsABeanOfLomboksToARowInsideAJarOfSpringBoot() throws IOException {
        assertThat(output("application")).containsExactly("virginica");
    }

    @Test
    void theArchetypesProjectsAreInOneLanguageAndTested() {
        assertThat(GENERATED.resolve("java-flowers/src/main/kotlin")).doesNotExist();
        assertThat(GENERATED.resolve("kotlin-flowers/src/main/java")).doesNotExist();
        for (String language : List.of("java", "kotlin")) {
            assertThat(GENERATED.resolve(language + "-flowers/target/surefire-reports/com.acme.flowers.MainTest.txt"))
                    .content()
                    .contains("Tests run: 2, Failures: 0, Errors: 0");
        }
    }

    @Test
    void aPlainProjectBuildsOnJdk25() throws Exception {
        Path other = jdk25();
        assumeThat(other).isNotNull();
        maven.run(GENERATED.resolve("java-flowers"), Objects.requireNonNull(other), "clean", "verify");
    }

    /** A JDK 25 beside that of this build; null if there is none, or this is one. */
    private static Path jdk25() throws IOException {
        if (Runtime.version().feature() >= 25) {
            return null;
        }
        String named = System.getenv("JAVA_HOME_25");
        if (named != null) {
            return Path.of(named);
        }
        try (Stream<Path> beside = Files.list(JDK.getParent())) {
            return beside.filter(home -> home.getFileName().toString().contains("25"))
                    .filter(home -> Files.isExecutable(home.resolve("bin/javac")))
                    .findFirst()
                    .orElse(null);
        }
    }

    private static List<String> output(String project) throws IOException {
        return Files.readAllLines(PROJECTS.resolve(project).resolve("target/output.txt"));
    }
}
