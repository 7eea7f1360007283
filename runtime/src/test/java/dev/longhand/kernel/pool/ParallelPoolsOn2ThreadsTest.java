package dev.longhand.kernel.pool;

class ParallelPoolsOn2ThreadsTest extends PoolsContract {

    ParallelPoolsOn2ThreadsTest() {
        super(2);
    }
}
