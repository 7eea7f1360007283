package dev.longhand.kernel.team;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Threads that share jobs. A job has one part for each member; member 0 is the calling thread. Between jobs the other
 * members first spin, because the next job usually follows within microseconds, then park. After its own part the
 * calling thread also does all parts that haven't been started, so a member that isn't scheduled delays nothing.
 *
 * <p>Only one thread at a time may call a team. Running a job allocates nothing.
 */
public final class Team implements AutoCloseable {

    /** The most members; more than processors don't help. */
    public static final int MOST = 1_024;

    /** How often a member spins before it parks: about 50 µs. */
    private static final int SPINS = 2_000;

    /** With fewer multiply-adds, waking a thread costs more than it saves. */
    private static final int SMALL_JOB = 20_000;

    /** The elements of {@link #begun} for different members are a cache line apart. */
    private static final int LINE = 16;

    /** Work that consists of one part for each member. */
    @FunctionalInterface
    public interface Job {

        /** Does one member's part. */
        void run(int member);
    }

    private final List<Thread> threads = new ArrayList<>();
    private final AtomicInteger unfinished = new AtomicInteger();
    private final AtomicBoolean[] asleep;

    /** The last round in which each member's part was started, by any thread. */
    private final AtomicIntegerArray begun;

    private Job job = member -> {};
    private int rounds;
    private volatile int round;
    private volatile boolean closed;
    private volatile @Nullable Throwable failure;

    /**
     * Starts the threads.
     *
     * @param size the number of members, the calling thread among them, from 1 to {@value #MOST}
     * @throws IllegalStateException if the system can't start so many; none of them stays
     */
    public Team(int size) {
        requireSize(size);
        asleep = new AtomicBoolean[size];
        Arrays.setAll(asleep, member -> new AtomicBoolean());
        begun = new AtomicIntegerArray(size * LINE);
        for (int member = 1; member < size; member++) {
            int number = member;
            Thread thread = new Thread(() -> work(number), "longhand-" + number);
            thread.setDaemon(true);
            try {
                thread.start();
            } catch (OutOfMemoryError e) {
                close();
                throw new IllegalStateException(
                        "the system could start only " + member + " of " + size + " threads: use fewer", e);
            }
            threads.add(thread);
        }
    }

    /**
     * Checks a number of members.
     *
     * @throws IllegalArgumentException if it's below 1 or above {@value #MOST}
     */
    public static void requireSize(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("threads " + size + " must be at least 1");
        }
        if (size > MOST) {
            throw new IllegalArgumentException(
                    "threads " + size + " must be at most " + MOST + ": more than the machine's processors don't help");
        }
    }

    /**
     * The index of the first of {@code count} items that belongs to {@code member}; its share ends where that of the next
     * member begins.
     */
    public static int share(int count, int member, int members) {
        return (int) ((long) count * member / members);
    }

    /** The number of members. */
    public int size() {
        return asleep.length;
    }

    /**
     * Runs all parts of a job and returns when they are finished. An exception of any part is thrown from here; the team
     * remains usable. After {@link #close} the calling thread runs all parts.
     *
     * @throws IllegalStateException if another thread is running a job
     */
    public void run(Job job) {
        if (threads.isEmpty() || closed) {
            for (int member = 0; member < asleep.length; member++) {
                job.run(member);
            }
            return;
        }
        if (!unfinished.compareAndSet(0, asleep.length)) {
            throw new IllegalStateException("these threads are busy with a job of another thread:"
                    + " give each calling thread its own Threads and Workspace");
        }
        this.job = job;
        round = ++rounds;
        wakeSleepers();
        for (int member = 0; member < asleep.length; member++) {
            doPart(member, rounds);
        }
        for (int spins = 0; unfinished.get() > 0; spins++) {
            if (spins < SPINS) {
                Thread.onSpinWait();
            } else {
                LockSupport.parkNanos(this, 20_000);
            }
        }
        Throwable thrown = failure;
        if (thrown != null) {
            failure = null;
            rethrow(thrown);
        }
    }

    /**
     * Runs a job of {@code parts} parts: by all members if {@link #divides} says so, else on the calling thread.
     *
     * @param multiplyAdds the multiply-adds of all parts, or how many would take about as long
     */
    public void divide(DividedJob job, int parts, long multiplyAdds) {
        if (divides(multiplyAdds)) {
            job.divide(parts, size());
            run(job);
        } else {
            job.divide(parts, 1);
            job.run(0);
        }
    }

    /** Whether a job of so many multiply-adds is large enough to be divided among the members. */
    public boolean divides(long multiplyAdds) {
        return size() > 1 && multiplyAdds >= SMALL_JOB;
    }

    private void wakeSleepers() {
        for (int member = 1; member < asleep.length; member++) {
            if (asleep[member].get()) {
                LockSupport.unpark(threads.get(member - 1));
            }
        }
    }

    private void work(int member) {
        int seen = 0;
        while (true) {
            for (int spins = 0; round == seen && !closed; spins++) {
                if (spins < SPINS) {
                    Thread.onSpinWait();
                } else {
                    sleep(member, seen);
                }
            }
            if (closed) {
                return;
            }
            seen = round;
            doPart(member, seen);
        }
    }

    /** Runs a member's part of a round, unless another thread has started it. */
    private void doPart(int member, int round) {
        if (!begun.compareAndSet(member * LINE, round - 1, round)) {
            return;
        }
        try {
            job.run(member);
        } catch (Throwable e) {
            failure = e;
        } finally {
            unfinished.decrementAndGet();
        }
    }

    /** Parks, unless a new round has begun: {@link #run} wakes sleepers after it has announced a round. */
    private void sleep(int member, int seen) {
        asleep[member].set(true);
        if (round == seen && !closed) {
            LockSupport.park(this);
        }
        asleep[member].set(false);
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void rethrow(Throwable e) throws E {
        throw (E) e;
    }

    /** Ends the threads. */
    @Override
    public void close() {
        closed = true;
        threads.forEach(LockSupport::unpark);
    }
}
