package dev.longhand.kernel.pool.loops;

class PoolsOn1ThreadTest extends PoolsContract {

    PoolsOn1ThreadTest() {
        super(1);
    }
}
