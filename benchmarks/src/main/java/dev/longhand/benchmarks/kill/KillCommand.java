package dev.longhand.benchmarks.kill;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kill}: kills trainings and compares their ends with those of trainings that were never stopped. */
@Command(
        name = "kill",
        description = "Kills trainings in other processes at random moments and compares the SHA-256 of the parameters"
                + " that they resume to with that of the same trainings without a stop.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class KillCommand implements Callable<Integer> {

    /** The most kills of one training, after which it's allowed to end. */
    private static final int KILLS_OF_TRAINING = 6;

    @Option(names = "--kills", description = "How many, of each of the three trainings.")
    private int kills = 20;

    @Option(names = "--milliseconds", description = "The longest time from a training's beginning to its kill.")
    private int milliseconds = 1_000;

    @Option(names = "--seed", description = "The seed of the moments.")
    private long seed = 1;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Random random = new Random(seed);
        boolean same = true;
        for (KilledTraining training : KilledTraining.values()) {
            String whole = training.whole();
            int killed = 0;
            int trainings = 0;
            int equal = 0;
            while (killed < kills) {
                Path folder = Files.createTempDirectory("kill");
                int most = Math.min(KILLS_OF_TRAINING, kills - killed);
                Killing killing = Killing.run(training, folder, most, milliseconds, random);
                delete(folder);
                killed += killing.kills();
                trainings++;
                equal += killing.sha256().equals(whole) ? 1 : 0;
            }
            System.out.println("%-14s %3d kills in %2d trainings, %2d of which ended in %s"
                    .formatted(training, killed, trainings, equal, whole));
            same &= equal == trainings;
        }
        return same ? 0 : 1;
    }

    private static void delete(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
