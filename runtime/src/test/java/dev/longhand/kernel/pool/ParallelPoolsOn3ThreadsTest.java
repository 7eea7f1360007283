package dev.longhand.kernel.pool;

class ParallelPoolsOn3ThreadsTest extends PoolsContract {

    ParallelPoolsOn3ThreadsTest() {
        super(3);
    }
}
