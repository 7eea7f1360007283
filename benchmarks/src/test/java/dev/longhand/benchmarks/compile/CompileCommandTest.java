package dev.longhand.benchmarks.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.benchmarks.compile.TimedCompiler.Time;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CompileCommandTest {

    @TempDir
    private Path folder;

    @Test
    void eachKindOfNetworkHasAModel() throws Exception {
        List<Path> declarations = Networks.write(folder, 3, 16);
        Path output = folder.resolve("output");

        Time time = TimedCompiler.warm(TimedCompiler.arguments(output, declarations, true));

        assertThat(TimedCompiler.sources(output)).hasSize(3);
        assertThat(time.seconds()).isPositive();
    }

    @Test
    void theCommandMeasuresNewAndWarmCompilers() {
        assertThat(new CommandLine(new CompileCommand()).execute("--networks", "1", "--rounds", "1", "--warm-up", "1"))
                .isZero();
    }
}
