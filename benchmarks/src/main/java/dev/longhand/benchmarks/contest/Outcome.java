package dev.longhand.benchmarks.contest;

import dev.longhand.benchmarks.work.Workload;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one contestant achieved in one workload.
 *
 * @param workload its letter
 * @param setup what was measured
 * @param failure why there are no figures; null if there are
 * @param rounds the figure of each round, in the workload's unit
 * @param check how good the outputs were
 * @param peakMebibytes the most memory that a process used
 */
record Outcome(
        Workload workload,
        Setup setup,
        @Nullable String failure,
        List<Double> rounds,
        Check check,
        double peakMebibytes) {

    /**
     * An engine and what it ran on.
     *
     * @param engine the contestant's label
     * @param isPeer whether Longhand is compared with it
     * @param jdk the version of the JDK
     * @param threads the number of threads it computed with
     * @param description version and settings, in the engine's words
     */
    record Setup(String engine, boolean isPeer, String jdk, int threads, String description) {

        String title() {
            return description.isEmpty() ? engine : engine + ", " + description;
        }
    }

    /**
     * The quality of the outputs.
     *
     * @param accuracy on the test samples, after the same number of steps for all; 0 if it isn't measured
     * @param difference the largest distance from Longhand's outputs with the same parameters
     */
    record Check(double accuracy, double difference) {}

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

    /** How many times as fast this is as the other, by medians. */
    double speedupOver(Outcome other) {
        return workload.measure().moreIsBetter() ? median() / other.median() : other.median() / median();
    }
}
