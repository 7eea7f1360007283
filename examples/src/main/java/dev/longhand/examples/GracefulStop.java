package dev.longhand.examples;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * While it's open, Ctrl-C interrupts the thread that opened it, and the program ends when that thread has closed it: a
 * training writes its checkpoint, and the terminal is left without a progress bar.
 */
public final class GracefulStop implements AutoCloseable {

    private static final int MOST_SECONDS = 60;

    private final Thread stopped;
    private final CountDownLatch isClosed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "stop");

    private GracefulStop(Thread stopped) {
        this.stopped = stopped;
    }

    /** Stops the calling thread. */
    public static GracefulStop ofThisThread() {
        GracefulStop stop = new GracefulStop(Thread.currentThread());
        Runtime.getRuntime().addShutdownHook(stop.hook);
        return stop;
    }

    private void stop() {
        stopped.interrupt();
        try {
            if (!isClosed.await(MOST_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("The training didn't end within " + MOST_SECONDS + " seconds");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        isClosed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is ending; that's what the hook is for.
        }
    }
}
