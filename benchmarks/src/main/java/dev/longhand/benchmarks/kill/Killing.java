package dev.longhand.benchmarks.kill;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * One training in a process that is killed several times and started again each time, until it's allowed to end.
 *
 * @param training what is trained
 * @param kills how often it was killed
 * @param sha256 of the parameters at its end
 */
record Killing(KilledTraining training, int kills, String sha256) {

    /** Some Java that starts quickly. */
    private static final String[] QUICK = {"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx256m"};

    /**
     * Trains and kills.
     *
     * @param kills how often, at most: a training that ends before it's killed isn't started again
     * @param milliseconds the longest time from the training's beginning to the kill
     */
    static Killing run(KilledTraining training, Path folder, int kills, int milliseconds, Random random)
            throws IOException, InterruptedException {
        for (int done = 0; ; done++) {
            Process process = start(training, folder);
            try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                if (!KilledTraining.BEGINS.equals(lines.readLine())) {
                    throw new IllegalStateException(training + " didn't begin after " + done + " kills");
                }
                boolean isKilled = done < kills
                        && !process.waitFor(random.nextInt(milliseconds * 1000), TimeUnit.MICROSECONDS)
                        && kill(process);
                if (!isKilled) {
                    String sha256 = lines.readLine();
                    if (process.waitFor() != 0 || sha256 == null) {
                        throw new IllegalStateException(training + " failed after " + done + " kills");
                    }
                    return new Killing(training, done, sha256);
                }
            }
        }
    }

    /** By SIGKILL on Unix; false if the process ended first: then what it printed can still be read. */
    static boolean kill(Process process) throws InterruptedException {
        process.toHandle().destroyForcibly();
        return process.waitFor() != 0;
    }

    private static Process start(KilledTraining training, Path folder) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String option : QUICK) {
            builder.command().add(option);
        }
        builder.command().add("-cp");
        builder.command().add(System.getProperty("java.class.path"));
        builder.command().add(KilledTraining.Main.class.getName());
        builder.command().add(training.name());
        builder.command().add(folder.toString());
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }
}
