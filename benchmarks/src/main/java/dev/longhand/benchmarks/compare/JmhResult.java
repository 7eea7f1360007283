package dev.longhand.benchmarks.compare;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The part of JMH's JSON result that is read.
 *
 * @param primaryMetric what was measured
 */
record JmhResult(Metric primaryMetric) {

    /**
     * A measured figure.
     *
     * @param score the mean
     */
    record Metric(double score) {}

    /** The mean throughput of the only benchmark in this file. */
    static double throughput(Path file) throws IOException {
        try (Reader json = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            JmhResult[] results = new Gson().fromJson(json, JmhResult[].class);
            if (results == null || results.length != 1) {
                throw new IOException(file + " doesn't hold the result of one benchmark");
            }
            return results[0].primaryMetric().score();
        }
    }
}
