package dev.longhand.kernel.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.longhand.kernel.team.Team;
import dev.longhand.kernel.weights.WeightSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class KernelProviderTest {

    @Test
    @Tag("kernels")
    void thePropertyForcesTheKernels() {
        String forced = System.getProperty(KernelProvider.PROPERTY);
        assumeTrue(forced != null, "nothing is forced");
        boolean vector = forced.equals("vector");
        assertThat(ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent())
                .isEqualTo(vector);
        assertThat(KernelProvider.description()).isEqualTo(forced + ", as -Dlonghand.kernels says");
    }

    @Test
    void unavailableKernelsAreRefusedInTheSameSentenceEveryTime() throws IOException {
        assertThat(start("-Dlonghand.kernels=fast"))
                .containsExactly(TwoTries.refused(
                        "-Dlonghand.kernels=fast is neither plain nor vector: leave it out for the fastest"));
        assertThat(start("-Dlonghand.kernels=vector"))
                .containsExactly(TwoTries.refused("-Dlonghand.kernels=vector needs the Vector API: start Java with"
                        + " --add-modules jdk.incubator.vector"));
    }

    @Test
    void plainKernelsRunWithoutTheModule() throws IOException {
        String line = "plain; start Java with --add-modules jdk.incubator.vector for faster ones";
        assertThat(start("-Dnothing=forced")).containsExactly(line, line);
        assertThat(start("-Dlonghand.kernels=Plain"))
                .containsExactly("plain, as -Dlonghand.kernels says", "plain, as -Dlonghand.kernels says");
    }

    @Test
    void withoutTheInstructionOneWarningSaysWhatACallTakes() throws IOException {
        String[] lines = start("-XX:-UseFMA");
        String cause = "Math\\.fma takes \\d+\\.\\d µs here, because Java doesn't use an FMA instruction";
        assertThat(lines)
                .filteredOn(line -> line.startsWith("WARNING"))
                .singleElement(STRING)
                .containsPattern(cause);
        assertThat(lines)
                .filteredOn(line -> line.matches("plain, fused multiply-adds in double: " + cause))
                .hasSize(2);
    }

    /** A program that creates kernels twice. */
    static final class TwoTries {

        private TwoTries() {}

        public static void main(String[] args) {
            for (int i = 0; i < 2; i++) {
                try {
                    KernelProvider.dense(new Team(1), new WeightSource());
                    System.out.println(KernelProvider.description());
                } catch (Throwable e) {
                    System.out.println(e);
                }
            }
        }

        static String[] refused(String message) {
            String line = new IllegalStateException(message).toString();
            return new String[] {line, line};
        }
    }

    /** The lines that the program prints. */
    private static String[] start(String option) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        option,
                        "-Dfile.encoding=UTF-8",
                        "-Dsun.stdout.encoding=UTF-8",
                        "-Dstdout.encoding=UTF-8",
                        "-Dsun.stderr.encoding=UTF-8",
                        "-Dstderr.encoding=UTF-8",
                        "-Duser.language=en",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TwoTries.class.getName())
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toArray(String[]::new);
    }
}
