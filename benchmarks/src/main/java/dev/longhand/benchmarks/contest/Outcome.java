package dev.longhand.benchmarks.contest;

import dev.longhand.benchmarks.work.Workload;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one contestant did in one workload.
 *
 * @param workload its letter
 * @param engine the contestant's label
 * @param isPeer whether it's an engine of others
 * @param jdk the version it ran on
 * @param threads the number of threads it computed with
 * @param description version and settings, in the engine's words
 * @param failure why there are no figures; null if there are
 * @param rounds the figure of each round, in the workload's unit
 * @param accuracy on the samples to judge by, after the same number of steps for all; 0 where it's not asked
 * @param difference how far outputs were from Longhand's with the same parameters, at most
 * @param peakMebibytes the most memory that a process held
 */
record Outcome(
        Workload workload,
        String engine,
        boolean isPeer,
        String jdk,
        int threads,
        String description,
        @Nullable String failure,
        List<Double> rounds,
        double accuracy,
        double difference,
        double peakMebibytes) {

    boolean hasFigures() {
        return failure == null && !rounds.isEmpty();
    }

    double median() {
        List<Double> sorted = rounds.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    double least() {
        return rounds.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    double most() {
        return rounds.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    /** How many times as fast as the other, by medians. */
    double speedupOver(Outcome other) {
        return workload.measure().moreIsBetter() ? median() / other.median() : other.median() / median();
    }
}
