package dev.longhand.benchmarks.engine;

import org.jspecify.annotations.Nullable;

/**
 * A line from the process of an engine.
 *
 * @param error the error message; all else is 0 then
 * @param text {@link Session#description} after opening and closing
 * @param seconds the time of the work
 * @param items the samples, steps or calls that it consisted of
 * @param accuracy of a check: the share of samples whose class was found
 * @param difference of a check: the largest absolute difference from the outputs that Longhand computes with the
 *     same parameters
 * @param peakMebibytes the most memory that the process held until now; 0 if unknown
 */
public record Reply(
        @Nullable String error,
        @Nullable String text,
        double seconds,
        long items,
        double accuracy,
        double difference,
        double peakMebibytes) {

    static Reply failed(String error) {
        return new Reply(error, null, 0, 0, 0, 0, 0);
    }
}
