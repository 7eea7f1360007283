package dev.longhand.benchmarks.bits;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Trains where Java has no instruction for fused multiply-adds. */
class BitsWithoutInstructionTest {

    /** {@code Math.fma} is an instruction where these tests run, so another Java does without. */
    @Test
    void trainingsWithoutTheInstructionOfFusedMultiplyAddsGiveTheStoredBits() throws IOException {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:-UseFMA",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WithoutInstruction.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(new String(java.getInputStream().readAllBytes(), UTF_8).lines())
                .containsExactlyElementsOf(BitsTest.expected());
    }

    /** Prints the digests of all trainings. */
    static final class WithoutInstruction {

        private WithoutInstruction() {}

        public static void main(String[] args) {
            PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
            FixedTrainings.ALL.forEach(training -> out.println(training.digests(1)));
        }
    }
}
