package dev.longhand.kernel.pool.loops;

class ParallelPoolsOn3ThreadsTest extends PoolsContract {

    ParallelPoolsOn3ThreadsTest() {
        super(3);
    }
}
