package dev.longhand.benchmarks.bits;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code bits}: the digests of fixed trainings. Runs in this process, with its JDK and kernels;
 * the output is the same for all of them.
 */
@Command(
        name = "bits",
        description = "Prints SHA-256 digests of fixed trainings: name, parameters and state, predictions.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class BitsCommand implements Callable<Integer> {

    @Option(names = "--threads", split = ",", description = "Numbers of threads; the digests are the same for all.")
    private List<Integer> threads = List.of(1, 2, 3);

    @Override
    public Integer call() {
        Sha256 all = new Sha256();
        boolean same = true;
        for (FixedTraining training : FixedTrainings.ALL) {
            String line = training.digests(threads.get(0));
            all.add(line);
            System.out.println(line);
            for (int count : threads.subList(1, threads.size())) {
                String other = training.digests(count);
                if (!other.equals(line)) {
                    same = false;
                    System.err.println(count + " threads give different bits than " + threads.get(0) + ":\n" + other);
                }
            }
        }
        System.out.println("%-22s %s".formatted("all", all.hex()));
        return same ? 0 : 1;
    }
}
