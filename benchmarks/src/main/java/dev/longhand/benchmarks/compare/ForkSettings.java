package dev.longhand.benchmarks.compare;

import java.nio.file.Path;
import java.util.List;

/**
 * How a fork runs.
 *
 * @param java a JDK's command and its flags
 * @param warmup iterations before those that count
 * @param iterations those that count
 * @param seconds what each takes
 * @param folder where its result and log go
 */
record ForkSettings(List<String> java, int warmup, int iterations, double seconds, Path folder) {

    /** What JMH's command line takes for it. */
    List<String> options() {
        String time = Math.round(1000 * seconds) + "ms";
        return List.of(
                "-f",
                "1",
                "-bm",
                "thrpt",
                "-tu",
                "s",
                "-foe",
                "true",
                "-wi",
                "" + warmup,
                "-w",
                time,
                "-i",
                "" + iterations,
                "-r",
                time);
    }
}
