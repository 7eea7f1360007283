package dev.longhand.model;

import dev.longhand.kernel.team.Team;
import java.util.concurrent.atomic.AtomicBoolean;

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

    /** The most threads. */
    public static final int MOST = Team.MOST;

    private static final Task NONE = thread -> {};

    /** Work that is done in parts, one for each thread. */
    @FunctionalInterface
    public interface Task {

        /** Does the part of one thread, counted from 0. */
        void run(int thread);
    }

    private final Team team;
    private final Team.Job job = this::runPart;
    private final AtomicBoolean isBusy = new AtomicBoolean();
    private Task task = NONE;

    private Threads(Team team) {
        this.team = team;
    }

    /**
     * Starts threads.
     *
     * @param count how many, the calling thread included, from 1 to {@value #MOST}
     * @throws IllegalStateException if the system can't start so many; none of them stays
     */
    public static Threads of(int count) {
        return new Threads(new Team(count));
    }

    /**
     * Checks a number of threads.
     *
     * @throws IllegalArgumentException if it's below 1 or above {@value #MOST}
     */
    public static void requireCount(int count) {
        Team.requireSize(count);
    }

    /** The number of threads, including the calling one. */
    public int count() {
        return team.size();
    }

    /**
     * Runs every part of a task and returns when all are done. An exception of a part is thrown here; the threads
     * stay usable. After {@link #close} the calling thread runs all parts.
     *
     * @throws IllegalStateException if they are running a task of another thread
     */
    public void run(Task task) {
        if (!isBusy.compareAndSet(false, true)) {
            throw new IllegalStateException(
                    "these threads are busy with a task of another thread: give each calling thread its own Threads");
        }
        this.task = task;
        try {
            team.run(job);
        } finally {
            this.task = NONE;
            isBusy.set(false);
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
