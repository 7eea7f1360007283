package dev.longhand.benchmarks.engine;

/** Longhand; used as {@link LonghandSession} describes. */
public final class LonghandEngine implements Engine {

    /** {@link #name}. */
    public static final String NAME = "Longhand";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Session open(Job job) {
        return new LonghandSession(job);
    }
}
