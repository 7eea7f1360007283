package dev.longhand.benchmarks.contest;

import dev.longhand.benchmarks.engine.EngineFailedException;
import dev.longhand.benchmarks.engine.EngineProcess;
import dev.longhand.benchmarks.engine.Reply;
import dev.longhand.benchmarks.engine.Request;
import dev.longhand.benchmarks.engine.Request.Command;
import dev.longhand.benchmarks.work.Workload;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** One process for all rounds, warmed up first. */
final class WarmRun extends Run {

    /** The outputs of a timed training are checked after this many steps, since rounds differ in their number of steps. */
    private static final int CHECKED_STEPS = 20_000;

    private @Nullable EngineProcess process;

    WarmRun(Workload workload, Contestant contestant, ContestSettings settings, Path logs) {
        super(workload, contestant, settings, logs);
    }

    @Override
    void begin() throws IOException, EngineFailedException, InterruptedException {
        process = start();
        opened(ask(Request.of(Command.OPEN)));
        if (!workload.isTimed()) {
            ask(new Request(Command.TRAIN, settings.warmup(), 0, workload.batch()));
            return;
        }
        if (!workload.predicts()) {
            ask(new Request(Command.TRAIN, CHECKED_STEPS, 0, workload.batch()));
        }
        checked(ask(Request.of(Command.CHECK)));
        ask(timed(settings.warmup() * settings.roundSeconds()));
    }

    private Request timed(double seconds) {
        return new Request(workload.predicts() ? Command.PREDICT : Command.TRAIN, 1, seconds, workload.batch());
    }

    @Override
    void round() throws EngineFailedException, InterruptedException {
        if (workload.isTimed()) {
            Reply reply = ask(timed(settings.roundSeconds()));
            measured(1e6 * reply.seconds() / reply.items());
        } else {
            Reply reply = ask(new Request(Command.TRAIN, 1, 0, workload.batch()));
            measured(reply.items() / reply.seconds());
        }
    }

    @Override
    void end() throws EngineFailedException, InterruptedException {
        if (!workload.isTimed()) {
            checked(ask(Request.of(Command.CHECK)));
        }
        Reply last = ask(Request.of(Command.CLOSE));
        opened(last);
        measuredMemory(last);
    }

    private Reply ask(Request request) throws EngineFailedException, InterruptedException {
        if (process == null) {
            throw new EngineFailedException("it has no process");
        }
        return process.ask(request);
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }
}
