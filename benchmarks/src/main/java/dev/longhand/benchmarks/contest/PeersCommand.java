package dev.longhand.benchmarks.contest;

import dev.longhand.benchmarks.engine.LonghandEngine;
import dev.longhand.benchmarks.machine.Baseline;
import dev.longhand.benchmarks.machine.Jdk;
import dev.longhand.benchmarks.machine.Machine;
import dev.longhand.benchmarks.machine.Probe;
import dev.longhand.benchmarks.work.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code peers}: Longhand and other engines on the same workloads. */
@Command(
        name = "peers",
        description = "Measures Longhand and other engines side by side.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class PeersCommand implements Callable<Integer> {

    @Option(names = "--workloads", split = ",", description = "Workloads: ${COMPLETION-CANDIDATES}; default: all.")
    private List<Workload> workloads = List.of(Workload.values());

    @Option(names = "--engines", split = ",", description = "Engines, by name without version; default: all.")
    private List<String> engines = List.of();

    @Option(names = "--threads", split = ",", description = "Numbers of threads to compute with.")
    private List<Integer> threads = List.of(1, 2);

    @Option(
            names = "--jdk",
            paramLabel = "FOLDER",
            description = "A JDK to run Longhand on; may be repeated; default: the current one.")
    private List<Path> jdks = List.of();

    @Option(names = "--kernels", split = ",", description = "Longhand's kernels: plain, vector.")
    private List<String> kernels = List.of("plain", "vector");

    @Option(names = "--rounds", description = "Rounds to measure.")
    private int rounds = 7;

    @Option(names = "--warmup", description = "Epochs or rounds before those measured.")
    private int warmup = 6;

    @Option(names = "--round-seconds", description = "Least length of a round where an epoch is too short.")
    private double roundSeconds = 1;

    @Option(names = "--samples", description = "Samples to train on; 0 for all.")
    private int samples = 0;

    @Option(names = "--limit", description = "Time limit of a request to an engine, in seconds.")
    private double limitSeconds = 300;

    @Option(names = "--seed", description = "The seed of initial parameters and the order of samples.")
    private long seed = 42;

    @Option(names = "--peers", paramLabel = "FOLDER", description = "Folder in which the peers were built.")
    private Path peersFolder = Peer.folder();

    @Option(names = "--out", paramLabel = "FOLDER", description = "Folder for tables, JSON and logs.")
    private Path out = Path.of("benchmarks", "target", "peers");

    @Option(names = "--docs", paramLabel = "FOLDER", description = "Another folder for tables and JSON.")
    private @Nullable Path docs;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Contestant> contestants = contestants();
        Path logs = Files.createDirectories(out.resolve("logs"));
        ContestSettings settings = new ContestSettings(warmup, rounds, roundSeconds, samples, limitSeconds, seed);
        List<Jdk> all = Jdk.all(jdks);
        Machine machine = Machine.of(Probe.on(all.get(all.size() - 1)));
        List<Outcome> outcomes = new ArrayList<>();
        List<Noise> noises = new ArrayList<>();
        try (Baseline baseline = new Baseline()) {
            Contest contest = new Contest(settings, logs, baseline);
            for (Workload workload : workloads) {
                System.out.println(workload + ": " + workload.title());
                Contest.Result result = contest.run(workload, contestants);
                outcomes.addAll(result.outcomes());
                noises.add(result.noise());
                // Written after each workload, so that an interrupted run leaves its results.
                write(new ContestReport(
                        LocalDate.now(ZoneOffset.UTC).toString(),
                        machine,
                        settings,
                        List.copyOf(outcomes),
                        List.copyOf(noises)));
            }
        }
        System.out.println(Files.readString(out.resolve("peers.md")));
        return 0;
    }

    private void write(ContestReport report) throws IOException {
        report.write(out);
        if (docs != null) {
            report.write(docs);
        }
    }

    private List<Contestant> contestants() throws IOException {
        List<Contestant> all = new ArrayList<>();
        for (int count : threads) {
            if (isAsked(LonghandEngine.NAME)) {
                for (Jdk jdk : Jdk.all(jdks)) {
                    for (String kernel : kernels) {
                        all.add(longhand(jdk, kernel, count));
                    }
                }
            }
            for (Peer peer : Peer.builtIn(peersFolder)) {
                if (isAsked(peer.engine())) {
                    all.add(peer(peer, count));
                }
            }
        }
        if (all.stream().noneMatch(Contestant::isPeer)) {
            System.err.println("No other engines were found: build them with the Maven profile peers.");
        }
        return all;
    }

    private boolean isAsked(String engine) {
        return engines.isEmpty() || engines.stream().anyMatch(engine::equalsIgnoreCase);
    }

    private static Contestant longhand(Jdk jdk, String kernel, int threads) {
        List<String> java = new ArrayList<>(List.of(jdk.java(), "-cp", System.getProperty("java.class.path")));
        // With this flag vector kernels run once they are compiled, without it plain ones.
        if (kernel.equals("vector")) {
            java.add(Jdk.VECTOR_MODULE);
        }
        return new Contestant(
                LonghandEngine.NAME + " " + kernel, LonghandEngine.NAME, jdk.version(), java, threads, false);
    }

    private static Contestant peer(Peer peer, int threads) {
        Jdk jdk = Jdk.current();
        List<String> java = new ArrayList<>(List.of(jdk.java(), "-cp", peer.classPath()));
        java.addAll(peer.options());
        return new Contestant(peer.engine(), peer.engine(), jdk.version(), java, threads, true);
    }
}
