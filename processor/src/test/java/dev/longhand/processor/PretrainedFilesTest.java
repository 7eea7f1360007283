package dev.longhand.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.table.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The weights that other tests compile networks with. After a change of what is saved, this rewrites them:
 *
 * <pre>
 * mvn -pl processor -am test -Dtest=PretrainedFilesTest -Dlonghand.golden.rewrite=true -Dsurefire.failIfNoSpecifiedTests=false
 * </pre>
 */
class PretrainedFilesTest {

    private static final Path WEIGHTS = PretrainedTest.WEIGHTS;

    @Test
    void theWeightsOfTheTestsAreWhatTheirDeclarationsSave(@TempDir Path written, @TempDir Path work)
            throws IOException {
        boolean rewrites = Boolean.getBoolean("longhand.golden.rewrite");
        new PretrainedFiles(rewrites ? WEIGHTS : written, work).write();

        try (Stream<Path> files = Files.list(rewrites ? WEIGHTS : written)) {
            assertThat(files)
                    .hasSizeGreaterThan(10)
                    .allSatisfy(file ->
                            assertThat(WEIGHTS.resolve(file.getFileName())).hasSameBinaryContentAs(file));
        }
    }

    @Test
    void theRecipesOfTheTestsAreAsTheRuntimeWritesThem() throws IOException {
        Map<String, String> recipes = Map.of("flowers", PretrainedFiles.FLOWERS, "prices", PretrainedFiles.PRICES);
        for (Map.Entry<String, String> recipe : recipes.entrySet()) {
            assertThat(Recipe.load(WEIGHTS.resolve(recipe.getKey() + ".safetensors"))
                            .metadata())
                    .containsEntry(Recipe.METADATA, recipe.getValue());
        }
    }
}
