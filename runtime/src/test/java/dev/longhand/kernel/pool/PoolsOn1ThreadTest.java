package dev.longhand.kernel.pool;

class PoolsOn1ThreadTest extends PoolsContract {

    PoolsOn1ThreadTest() {
        super(1);
    }
}
