package dev.longhand.benchmarks.contest;

import dev.longhand.benchmarks.engine.EngineFailedException;
import dev.longhand.benchmarks.engine.EngineProcess;
import dev.longhand.benchmarks.engine.Request;
import dev.longhand.benchmarks.engine.Request.Command;
import dev.longhand.benchmarks.work.Workload;
import java.io.IOException;
import java.nio.file.Path;

/** A process a round: started, opened, trained for an epoch, ended. */
final class ColdRun extends Run {

    ColdRun(Workload workload, Contestant contestant, ContestSettings settings, Path logs) {
        super(workload, contestant, settings, logs);
    }

    /** One process that isn't counted, so that files are in the system's cache for all. */
    @Override
    void begin() throws IOException, EngineFailedException, InterruptedException {
        try (EngineProcess process = start()) {
            opened(process.ask(Request.of(Command.OPEN)));
            process.ask(Request.of(Command.TRAIN));
            checked(process.ask(Request.of(Command.CHECK)));
        }
    }

    @Override
    void round() throws IOException, EngineFailedException, InterruptedException {
        long start = System.nanoTime();
        try (EngineProcess process = start()) {
            process.ask(Request.of(Command.OPEN));
            process.ask(Request.of(Command.TRAIN));
            held(process.ask(Request.of(Command.CLOSE)));
            process.await();
        }
        measured((System.nanoTime() - start) / 1e9);
    }

    @Override
    void end() {}

    @Override
    public void close() {}
}
