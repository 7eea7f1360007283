package dev.longhand.examples.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar of the program: what it says, how large its parts are, and how long a new JVM takes to its first prediction. */
class SizeIT {

    private static final Path JAR = Path.of("target", "digits.jar");
    private static final Path IMAGE = Path.of("src", "test", "resources", "seven.pgm");
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    /** How often it's started for a time. */
    private static final int STARTS = Integer.getInteger("longhand.starts", 1);

    /** A folder of other libraries' jars, to be listed too. */
    private static final String PEERS = System.getProperty("longhand.peers", "");

    @Test
    void theProgramReadsASevenAndIsSmall() throws Exception {
        long weights = 0;
        long library = 0;
        long program = 0;
        try (JarFile jar = new JarFile(JAR.toFile())) {
            for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                if (entry.getName().endsWith(".safetensors")) {
                    weights += entry.getCompressedSize();
                } else if (entry.getName().startsWith("dev/longhand/examples/")) {
                    program += entry.getCompressedSize();
                } else {
                    library += entry.getCompressedSize();
                }
            }
        }
        long all = Files.size(JAR);
        row("the jar", all);
        row("of it Longhand", library);
        row("of it the program", program);
        row("of it the weights", weights);
        if (!PEERS.isEmpty()) {
            try (Stream<Path> peers = Files.list(Path.of(PEERS))) {
                for (Path peer : peers.sorted().toList()) {
                    row(peer.getFileName().toString(), Files.size(peer));
                }
            }
        }
        assertThat(run()).isEqualTo(IMAGE + ": 7, probability ");
        assertThat(all).isLessThan(700 << 10);
        assertThat(library).isLessThan(250 << 10);
    }

    @Test
    void theTimeToTheFirstPredictionIsPrinted(@TempDir Path folder) throws Exception {
        time("first prediction");
        if (Runtime.version().feature() >= 25) {
            String cache = folder.resolve("digits.aot").toString();
            run("-XX:AOTCacheOutput=" + cache);
            row("the AOT cache", Files.size(Path.of(cache)));
            time("first prediction, with an AOT cache", "-XX:AOTCache=" + cache);
        }
    }

    private static void row(String what, long bytes) {
        System.out.printf(Locale.ROOT, "| %s | %,d KB |%n", what, (bytes + 1023) / 1024);
    }

    private static void time(String what, String... options) throws Exception {
        double[] seconds = new double[STARTS];
        for (int i = 0; i < STARTS; i++) {
            long start = System.nanoTime();
            run(options);
            seconds[i] = (System.nanoTime() - start) / 1e9;
        }
        Arrays.sort(seconds);
        System.out.printf(
                Locale.ROOT,
                "| %s, median and least of %d starts | %.3f s, %.3f s |%n",
                what,
                STARTS,
                seconds[STARTS / 2],
                seconds[0]);
    }

    /** What the program says of the image, without the probability. */
    private static String run(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(List.of(options));
        command.addAll(List.of("-jar", JAR.toString(), IMAGE.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said.lines().reduce((first, last) -> last).orElse("").replaceAll("[0-9.]+$", "");
    }
}
