package dev.longhand.benchmarks.peers.encog;

import dev.longhand.benchmarks.engine.Engine;
import dev.longhand.benchmarks.engine.Job;
import dev.longhand.benchmarks.engine.Session;

/** Encog; used as {@link EncogSession} describes. */
public final class EncogEngine implements Engine {

    @Override
    public String name() {
        return "Encog";
    }

    @Override
    public Session open(Job job) {
        return new EncogSession(job);
    }
}
