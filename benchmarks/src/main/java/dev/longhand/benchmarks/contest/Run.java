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

/** One contestant in one workload, from its start to its outcome. */
abstract class Run implements AutoCloseable {

    final Workload workload;
    final ContestSettings settings;
    private final Contestant contestant;
    private final Path logs;
    private final List<Double> rounds = new ArrayList<>();
    private String description = "";
    private @Nullable String failure;
    private double accuracy;
    private double difference;
    private double peakMebibytes;

    Run(Workload workload, Contestant contestant, ContestSettings settings, Path logs) {
        this.workload = workload;
        this.contestant = contestant;
        this.settings = settings;
        this.logs = logs;
    }

    /** All that comes before the first round. */
    abstract void begin() throws IOException, EngineFailedException, InterruptedException;

    /** One round, with {@link #measured} for what it came to. */
    abstract void round() throws IOException, EngineFailedException, InterruptedException;

    /** All that comes after the last round. */
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
        accuracy = reply.accuracy();
        difference = reply.difference();
    }

    void measured(double figure) {
        rounds.add(figure);
    }

    void held(Reply reply) {
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
                contestant.label(),
                contestant.isPeer(),
                contestant.jdk(),
                contestant.threads(),
                description,
                failure,
                List.copyOf(rounds),
                accuracy,
                difference,
                peakMebibytes);
    }
}
