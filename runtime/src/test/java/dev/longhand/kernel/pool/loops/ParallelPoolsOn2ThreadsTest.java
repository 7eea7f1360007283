package dev.longhand.kernel.pool.loops;

class ParallelPoolsOn2ThreadsTest extends PoolsContract {

    ParallelPoolsOn2ThreadsTest() {
        super(2);
    }
}
