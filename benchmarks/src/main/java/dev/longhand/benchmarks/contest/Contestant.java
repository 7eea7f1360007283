package dev.longhand.benchmarks.contest;

import java.util.List;
import java.util.Locale;

/**
 * An engine in one of its configurations.
 *
 * @param label its name in tables
 * @param engine the service's name
 * @param jdk the version of the JDK it runs on
 * @param java the command of its process with options and class path
 * @param threads the number of threads it computes with
 * @param isPeer whether Longhand is compared with it
 */
public record Contestant(String label, String engine, String jdk, List<String> java, int threads, boolean isPeer) {

    /** For a file name. */
    String slug() {
        return (label + "-" + jdk + "-" + threads).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-");
    }
}
