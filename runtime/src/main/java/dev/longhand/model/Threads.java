package dev.longhand.model;

import dev.longhand.kernel.team.Team;

/**
 * Threads that share the work of training or predicting: the calling thread is thread 0, the others wait for its
 * calls.
 *
 * <pre>{@code
 * try (Threads threads = Threads.of(2)) {
 *     Workspace workspace = new Workspace(model.info(), 100, threads);
 * }
 * }</pre>
 *
 * <p>To be used by one calling thread at a time. Running a task allocates nothing.
 */
public final class Threads implements AutoCloseable {

    private static final Task NONE = thread -> {};

    /** Work that is done in parts, one for each thread. */
    @FunctionalInterface
    public interface Task {

        /** Does the part of one thread, counted from 0. */
        void run(int thread);
    }

    private final Team team;
    private final Team.Job job = this::runPart;
    private Task task = NONE;

    private Threads(Team team) {
        this.team = team;
    }

    /**
     * Starts threads.
     *
     * @param count how many, the calling thread included, at least 1
     */
    public static Threads of(int count) {
        return new Threads(new Team(count));
    }

    /** The number of threads, including the calling one. */
    public int count() {
        return team.size();
    }

    /**
     * Runs every part of a task and returns when all are done. An exception of a part is thrown here; the threads
     * stay usable. After {@link #close} the calling thread runs all parts.
     */
    public void run(Task task) {
        this.task = task;
        try {
            team.run(job);
        } finally {
            this.task = NONE;
        }
    }

    private void runPart(int thread) {
        task.run(thread);
    }

    /**
     * The start of a thread's share of {@code size} elements; the share of thread {@code thread + 1} follows.
     */
    public int begin(int size, int thread) {
        return Team.share(size, thread, team.size());
    }

    /** The team that kernels divide their work among. */
    Team team() {
        return team;
    }

    /** Ends the threads. */
    @Override
    public void close() {
        team.close();
    }
}
