package dev.longhand.kernel.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.JavaFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The classes of tiles in the main sources are what the generator writes. After a change of the generator, this writes
 * them again:
 *
 * <pre>
 * mvn -pl runtime -am test -Dtest=TilesTest -Dlonghand.tiles.rewrite=true -Dsurefire.failIfNoSpecifiedTests=false
 * </pre>
 */
class TilesTest {

    private static final Path SOURCES = Path.of("src/main/java");

    @Test
    void tilesOfProductsAreUpToDate() throws IOException {
        check(new ProductTiles().file());
    }

    @Test
    void tilesOfPatchesAreUpToDate() throws IOException {
        check(new PatchTiles().file());
    }

    @Test
    void tilesOfPooledConvolutionsAreUpToDate() throws IOException {
        check(new PoolTiles().file());
        check(new TapTiles().file());
        check(new RunTiles().file());
    }

    @Test
    void tilesOfGridsAreUpToDate() throws IOException {
        check(new GridTiles().file());
    }

    private static void check(JavaFile file) throws IOException {
        Path path = SOURCES.resolve(file.packageName().replace('.', '/'))
                .resolve(file.typeSpec().name() + ".java");
        if (Boolean.getBoolean("longhand.tiles.rewrite")) {
            Files.writeString(path, file.toString());
        }
        assertThat(path).hasContent(file.toString());
    }
}
