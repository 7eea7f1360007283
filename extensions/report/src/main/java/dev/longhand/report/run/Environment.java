package dev.longhand.report.run;

import dev.longhand.kernel.Kernels;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * What a run ran on.
 *
 * @param longhand the version of Longhand
 * @param java the version and the name of the Java virtual machine
 * @param kernels which kernels ran, and why
 * @param system the operating system and the processor's architecture
 */
public record Environment(String longhand, String java, String kernels, String system) {

    /** This process. */
    public static Environment current() {
        return new Environment(
                version(),
                System.getProperty("java.version") + ", " + System.getProperty("java.vm.name"),
                Kernels.description(),
                System.getProperty("os.name") + ", " + System.getProperty("os.arch"));
    }

    private static String version() {
        try (InputStream in = Environment.class.getResourceAsStream("version.txt")) {
            return new String(Objects.requireNonNull(in, "version.txt").readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
