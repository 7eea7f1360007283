package dev.longhand.processor;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Measures what work allocates. */
final class Allocation {

    private Allocation() {}

    /**
     * Bytes of a run after warm-up: the least of many, so that what the JVM does once doesn't count. Vectors are
     * objects until their methods are compiled.
     */
    static long of(Runnable work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().getId();
        long least = Long.MAX_VALUE;
        for (int run = 0; run < 5_000 && least > 0; run++) {
            long before = threads.getThreadAllocatedBytes(id);
            for (int i = 0; i < 10; i++) {
                work.run();
            }
            least = Math.min(least, threads.getThreadAllocatedBytes(id) - before);
        }
        return least;
    }
}
