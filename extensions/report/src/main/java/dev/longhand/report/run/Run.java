package dev.longhand.report.run;

import dev.longhand.model.ModelInfo;
import java.util.List;

/**
 * A run: a network, how it was trained and what it achieves.
 *
 * @param title its name
 * @param command what was called to start it; empty if that isn't known
 * @param model the network
 * @param sha256 the SHA-256 of the parameters
 * @param course the course of the training
 * @param results the results on data that was evaluated, in order
 * @param environment what it ran on
 */
public record Run(
        String title,
        String command,
        ModelInfo model,
        String sha256,
        Course course,
        List<Result> results,
        Environment environment) {

    public Run {
        results = List.copyOf(results);
    }
}
