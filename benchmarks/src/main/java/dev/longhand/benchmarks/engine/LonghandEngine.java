package dev.longhand.benchmarks.engine;

/** Longhand; see {@link LonghandSession} for how it's used. */
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
