package dev.longhand.benchmarks.contest;

import dev.longhand.benchmarks.engine.EngineFailedException;
import dev.longhand.benchmarks.engine.EngineProcess;
import dev.longhand.benchmarks.engine.HostSettings;
import dev.longhand.benchmarks.engine.Reply;
import dev.longhand.benchmarks.work.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One contestant's run of one workload. */
abstract class Run implements AutoCloseable {

    final Workload workload;
    final ContestSettings settings;
    private final Contestant contestant;
    private final Path logs;
    private final List<Double> rounds = new ArrayList<>();
    private String description = "";
    private @Nullable String failure;
    private Outcome.Check check = new Outcome.Check(0, 0);
    private double peakMebibytes;

    Run(Workload workload, Contestant contestant, ContestSettings settings, Path logs) {
        this.workload = workload;
        this.contestant = contestant;
        this.settings = settings;
        this.logs = logs;
    }

    /** Everything before the first round. */
    abstract void begin() throws IOException, EngineFailedException, InterruptedException;

    /** Runs one round and reports its figure to {@link #measured}. */
    abstract void round() throws IOException, EngineFailedException, InterruptedException;

    /** Everything after the last round. */
    abstract void end() throws IOException, EngineFailedException, InterruptedException;

    @Override
    public abstract void close();

    EngineProcess start() throws IOException {
        HostSettings host = new HostSettings(
                contestant.engine(), workload.task(), contestant.threads(), settings.seed(), settings.samples());
        Path log = logs.resolve(workload.name().toLowerCase(Locale.ROOT) + "-" + contestant.slug() + ".log");
        return new EngineProcess(contestant.java(), host, log, settings.limitSeconds());
    }

    void opened(Reply reply) {
        description = reply.text() == null ? "" : reply.text();
    }

    void checked(Reply reply) {
        check = new Outcome.Check(reply.accuracy(), reply.difference());
    }

    void measured(double figure) {
        rounds.add(figure);
    }

    void measuredMemory(Reply reply) {
        peakMebibytes = Math.max(peakMebibytes, reply.peakMebibytes());
    }

    void fail(@Nullable String why) {
        failure = why == null ? "failed" : why;
    }

    boolean hasFailed() {
        return failure != null;
    }

    Outcome outcome() {
        return new Outcome(
                workload,
                new Outcome.Setup(
                        contestant.label(), contestant.isPeer(), contestant.jdk(), contestant.threads(), description),
                failure,
                List.copyOf(rounds),
                check,
                peakMebibytes);
    }
}
