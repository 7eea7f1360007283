package dev.longhand.benchmarks.peers.dl4j;

import dev.longhand.benchmarks.engine.Engine;
import dev.longhand.benchmarks.engine.Job;
import dev.longhand.benchmarks.engine.Session;

/** DL4J; used as {@link Dl4jSession} describes. */
public final class Dl4jEngine implements Engine {

    @Override
    public String name() {
        return "DL4J";
    }

    @Override
    public Session open(Job job) {
        return new Dl4jSession(job);
    }
}
