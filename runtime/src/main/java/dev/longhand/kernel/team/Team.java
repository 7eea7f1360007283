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
 * Threads that do the parts of one job at a time: the calling thread is member 0, the others wait for
 * work, first spinning, because the next job usually follows within microseconds, then parked. When the
 * calling thread is done with its own part, it does those that nobody has begun: so members that get no
 * processor delay nothing.
 *
 * <p>For one calling thread. Giving out a job allocates nothing.
 */
public final class Team implements AutoCloseable {

    /** About 50 µs of spinning before a member lets its processor go. */
    private static final int SPINS = 2_000;

    /** Claims lie a cache line apart. */
    private static final int LINE = 16;

    /** What is done in parts. */
    @FunctionalInterface
    public interface Job {

        /** Does one member's part. */
        void run(int member);
    }

    private final List<Thread> threads = new ArrayList<>();
    private final AtomicInteger unfinished = new AtomicInteger();
    private final AtomicBoolean[] asleep;

    /** The last round in which each member's part was begun by someone. */
    private final AtomicIntegerArray begun;

    private Job job = member -> {};
    private int rounds;
    private volatile int round;
    private volatile boolean closed;
    private volatile @Nullable Throwable failure;

    /**
     * Starts the threads.
     *
     * @param size the number of members, the calling thread among them, at least 1
     */
    public Team(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("threads " + size + " must be at least 1");
        }
        asleep = new AtomicBoolean[size];
        Arrays.setAll(asleep, member -> new AtomicBoolean());
        begun = new AtomicIntegerArray(size * LINE);
        for (int member = 1; member < size; member++) {
            int number = member;
            Thread thread = new Thread(() -> work(number), "longhand-" + number);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    /** Where member {@code member}'s share of {@code count} things begins, the one before it ends. */
    public static int share(int count, int member, int members) {
        return (int) ((long) count * member / members);
    }

    /** The number of members. */
    public int size() {
        return asleep.length;
    }

    /**
     * Has every member's part done, and returns when all are. What one of them throws is thrown here, as
     * it is; the team stays usable. After {@link #close} the calling thread does all parts.
     */
    public void run(Job job) {
        if (threads.isEmpty() || closed) {
            for (int member = 0; member < asleep.length; member++) {
                job.run(member);
            }
            return;
        }
        this.job = job;
        unfinished.set(asleep.length);
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

    /** Does a part of a round, unless someone has begun it: until it's finished, the round isn't over. */
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

    /** Parks unless a round began meanwhile: whoever begins one looks for sleepers after saying so. */
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
