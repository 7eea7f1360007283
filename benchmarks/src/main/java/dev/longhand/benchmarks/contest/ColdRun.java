package dev.longhand.benchmarks.contest;

import dev.longhand.benchmarks.engine.EngineFailedException;
import dev.longhand.benchmarks.engine.EngineProcess;
import dev.longhand.benchmarks.engine.Request;
import dev.longhand.benchmarks.engine.Request.Command;
import dev.longhand.benchmarks.work.Workload;
import java.io.IOException;
import java.nio.file.Path;

/** Each round is a process: it starts, loads, trains for an epoch and exits. */
final class ColdRun extends Run {

    ColdRun(Workload workload, Contestant contestant, ContestSettings settings, Path logs) {
        super(workload, contestant, settings, logs);
    }

    /** An unmeasured process first, so that the system's file cache is warm for all. */
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
            measuredMemory(process.ask(Request.of(Command.CLOSE)));
            process.await();
        }
        measured((System.nanoTime() - start) / 1e9);
    }

    @Override
    void end() {}

    @Override
    public void close() {}
}
