package dev.longhand.benchmarks.peers.encog;

import dev.longhand.benchmarks.engine.Engine;
import dev.longhand.benchmarks.engine.Job;
import dev.longhand.benchmarks.engine.Session;

/** Encog; see {@link EncogSession} for how it's used. */
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
