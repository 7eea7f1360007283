package dev.longhand.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sources that name the class of a standalone file whose network is wrong. */
class StandaloneStubTest {

    private static final String WRONG = """
            @Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR, standalone = true, standaloneLearns = true)
            interface Wrong {
                @Dense(units = 0) Layer output();
            }
            """;

    private static final String USER = """
            class User {
                static float use(java.io.InputStream in, float[] x) throws java.io.IOException {
                    float[] p = WrongAlone.load(in).parameters();
                    new WrongAlone(p).predict(x);
                    new WrongAlone(p).predict(x, new int[] {1});
                    return new WrongAlone(p).learn(x, x, 0.1f, 42, 0);
                }
            }
            """;

    @ParameterizedTest
    @EnumSource
    void onlyWhatIsWrongWithTheNetworkIsReported(Compiler compiler, @TempDir Path directory) throws IOException {
        List<Path> sources =
                List.of(Declarations.write(directory, "Wrong", WRONG), Declarations.write(directory, "User", USER));

        List<String> errors = Declarations.errors(
                compiler.compile(sources, directory.resolve("output"), List.of(), List.of(new NetworkProcessor())));

        assertThat(errors).containsExactly("units of \"output\" must be at least 1, not 0");
    }
}
