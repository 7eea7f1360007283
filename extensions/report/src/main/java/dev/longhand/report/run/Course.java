package dev.longhand.report.run;

import dev.longhand.training.EpochResult;
import dev.longhand.training.Monitor;
import dev.longhand.training.OutputResult;
import dev.longhand.training.Training;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The course of a training.
 *
 * @param state how it ended, if it did
 * @param planned the number of the last epoch planned
 * @param settings the settings in words, by name
 * @param epochs the results of its epochs
 * @param outputs for each epoch the results of several outputs; empty for one output
 * @param warnings what the user should know
 */
public record Course(
        State state,
        int planned,
        Map<String, String> settings,
        List<EpochResult> epochs,
        List<List<OutputResult>> outputs,
        List<String> warnings) {

    /**
     * How far a training is.
     *
     * @param kind how it ended, if it did
     * @param words the same in a sentence
     */
    public record State(Kind kind, String words) {

        /** How a training ended. */
        public enum Kind {
            UNTRAINED,
            RUNNING,
            FINISHED,
            STOPPED,
            DIVERGED
        }
    }

    public Course {
        settings = new LinkedHashMap<>(settings);
        epochs = List.copyOf(epochs);
        outputs = List.copyOf(outputs);
        warnings = List.copyOf(warnings);
    }

    /** Of a model that was trained elsewhere, or not at all. */
    public static Course none() {
        State state = new State(State.Kind.UNTRAINED, "No training: the parameters are as they were given.");
        return new Course(state, 0, Map.of(), List.of(), List.of(), List.of());
    }

    /** A training as it is now. */
    public static Course of(Training training, State state) {
        Map<String, String> settings = new LinkedHashMap<>(training.settings());
        settings.put("threads", Integer.toString(training.step().threads()));
        return new Course(
                state,
                training.epochs(),
                settings,
                training.history().epochs(),
                training.history().outputs(),
                training.history().warnings());
    }

    /** The same with more warnings. */
    public Course withWarnings(List<String> more) {
        List<String> all = new ArrayList<>(warnings);
        all.addAll(more);
        return new Course(state, planned, settings, epochs, outputs, all);
    }

    /** The duration of its epochs. */
    public double seconds() {
        return epochs.stream().mapToDouble(EpochResult::seconds).sum();
    }

    /** The epoch with the best value on the validation set or, without one, in training; the first of equal ones. */
    public Optional<EpochResult> best(Monitor validation, Monitor training) {
        Monitor monitor =
                epochs.stream().allMatch(epoch -> Double.isNaN(epoch.get(validation))) ? training : validation;
        EpochResult best = null;
        for (EpochResult epoch : epochs) {
            double value = epoch.get(monitor);
            if (Double.isFinite(value) && (best == null || monitor.isBetter(value, best.get(monitor), 0))) {
                best = epoch;
            }
        }
        return Optional.ofNullable(best);
    }
}
