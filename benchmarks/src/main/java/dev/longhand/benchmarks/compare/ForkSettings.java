package dev.longhand.benchmarks.compare;

import java.nio.file.Path;
import java.util.List;

/**
 * How a fork runs.
 *
 * @param java a JDK's command and its flags
 * @param warmup iterations before the measured ones
 * @param iterations measured iterations
 * @param seconds the length of each
 * @param folder for its result and log
 */
record ForkSettings(List<String> java, int warmup, int iterations, double seconds, Path folder) {

    /** The settings as arguments of JMH. */
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
