package dev.longhand.examples.service;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** Many connections that send requests without a pause, and how long the answers take. */
final class Load {

    /** The width of an interval in which answers are counted: 10 µs. */
    private static final long INTERVAL = 10_000;

    /** The slowest answers that are told apart: 1 s. */
    private static final int INTERVALS = 100_000;

    private final AtomicIntegerArray counts = new AtomicIntegerArray(INTERVALS);
    private final int port;
    private final List<byte[]> requests;
    private final List<String> expected;

    /**
     * A load.
     *
     * @param expected the answer to each request, to the letter
     */
    Load(int port, List<byte[]> requests, List<String> expected) {
        this.port = port;
        this.requests = List.copyOf(requests);
        this.expected = List.copyOf(expected);
    }

    /** Sends requests through so many connections for some seconds; every answer must be the expected one. */
    void run(int connections, double seconds) throws Exception {
        long end = System.nanoTime() + (long) (seconds * TimeUnit.SECONDS.toNanos(1));
        ExecutorService clients = Executors.newFixedThreadPool(connections);
        try {
            List<Callable<Void>> calls = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                int first = i;
                calls.add(() -> send(first, end));
            }
            for (Future<Void> client : clients.invokeAll(calls)) {
                client.get();
            }
        } finally {
            clients.shutdownNow();
        }
    }

    private Void send(int first, long end) throws Exception {
        try (Connection connection = new Connection(port)) {
            for (int i = first; System.nanoTime() < end; i++) {
                int request = i % requests.size();
                long start = System.nanoTime();
                Connection.Answer answer = connection.send(requests.get(request));
                long interval = (System.nanoTime() - start) / INTERVAL;
                counts.incrementAndGet((int) Math.min(interval, INTERVALS - 1));
                if (answer.status() != 200 || !answer.body().equals(expected.get(request))) {
                    throw new AssertionError("expected " + expected.get(request) + ", but got " + answer);
                }
            }
        }
        return null;
    }

    /** The number of answers. */
    long answers() {
        long answers = 0;
        for (int i = 0; i < INTERVALS; i++) {
            answers += counts.get(i);
        }
        return answers;
    }

    /** The milliseconds within which this share of the answers came. */
    double milliseconds(double share) {
        long wanted = (long) Math.ceil(share * answers());
        long seen = 0;
        for (int i = 0; i < INTERVALS; i++) {
            seen += counts.get(i);
            if (seen >= wanted) {
                return (i + 1) * INTERVAL / 1e6;
            }
        }
        return Double.NaN;
    }

    /** Forgets the answers so far. */
    void reset() {
        for (int i = 0; i < INTERVALS; i++) {
            counts.set(i, 0);
        }
    }
}
