package dev.longhand.benchmarks.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The machine that figures were measured on.
 *
 * @param processor its name
 * @param cores the number that Java sees
 * @param system name and architecture
 * @param gigaflops the most float multiply-adds a second that a probe reached on one core, 2 operations
 *     each; 0 if it wasn't measured
 * @param gigabytes the bytes a second that one thread reads and writes when it copies memory far larger
 *     than the caches; 0 if it wasn't measured
 * @param gigabytesAllCores the bytes a second of all cores copying at once; 0 if it wasn't measured
 */
public record Machine(
        String processor, int cores, String system, double gigaflops, double gigabytes, double gigabytesAllCores) {

    /** The machine that runs this. */
    public static Machine of(Probe.Result probe) {
        return new Machine(
                processorName(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                probe.gigaflops(),
                probe.gigabytes(),
                probe.gigabytesAllCores());
    }

    /** The description in one line. */
    public String line() {
        String probed = gigaflops > 0
                ? String.format(
                        Locale.ROOT,
                        " Its peak, as probed: %.0f GFLOP/s of multiply-adds on one core; copying moves %.1f GB/s on"
                                + " one thread, %.1f on all cores.",
                        gigaflops,
                        gigabytes,
                        gigabytesAllCores)
                : "";
        return "%s, %s cores, %s.%s\n".formatted(processor, cores, system, probed);
    }

    private static String processorName() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown processor");
        } catch (IOException e) {
            return "unknown processor";
        }
    }
}
