package dev.longhand.training;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The results of each epoch of a training. Immutable. */
public final class History {

    private final List<EpochResult> epochs;
    private final @Nullable String stopReason;
    private final List<String> warnings;

    History(List<EpochResult> epochs, @Nullable String stopReason) {
        this(epochs, stopReason, List.of());
    }

    History(List<EpochResult> epochs, @Nullable String stopReason, List<String> warnings) {
        this.epochs = List.copyOf(epochs);
        this.stopReason = stopReason;
        this.warnings = List.copyOf(warnings);
    }

    /** The epochs in order. */
    public List<EpochResult> epochs() {
        return epochs;
    }

    /**
     * The last epoch.
     *
     * @throws IllegalStateException if there was none
     */
    public EpochResult last() {
        if (epochs.isEmpty()) {
            throw new IllegalStateException("the training had no epoch");
        }
        return epochs.get(epochs.size() - 1);
    }

    /**
     * The epoch with the best value of this metric, the first of equal ones.
     *
     * @throws IllegalStateException if no epoch has it
     */
    public EpochResult best(Monitor monitor) {
        EpochResult best = null;
        for (EpochResult epoch : epochs) {
            double value = epoch.get(monitor);
            if (!Double.isNaN(value) && (best == null || monitor.isBetter(value, best.get(monitor), 0))) {
                best = epoch;
            }
        }
        if (best == null) {
            throw new IllegalStateException("no epoch has " + monitor);
        }
        return best;
    }

    /** The values of one metric, epoch by epoch, as for a plot. */
    public double[] values(Monitor monitor) {
        return epochs.stream().mapToDouble(epoch -> epoch.get(monitor)).toArray();
    }

    /** Why the training ended before its last planned epoch; empty if it didn't. */
    public Optional<String> stopReason() {
        return Optional.ofNullable(stopReason);
    }

    /**
     * What the user should know, a sentence each: settings and data that can hardly be meant, damaged checkpoints, and
     * checkpoints that couldn't be written. {@link PrintEpochs} prints them as they arise.
     */
    public List<String> warnings() {
        return warnings;
    }

    /** The duration of the training. */
    public double seconds() {
        return epochs.stream().mapToDouble(EpochResult::seconds).sum();
    }

    /**
     * Comma-separated: a line with the names, then one for each epoch; missing metrics are empty.
     */
    public String toCsv() {
        StringBuilder csv =
                new StringBuilder("epoch,loss,accuracy,validation_loss,validation_accuracy,learning_rate,seconds\n");
        for (EpochResult epoch : epochs) {
            csv.append(epoch.epoch());
            for (ToDoubleFunction<EpochResult> figure : List.<ToDoubleFunction<EpochResult>>of(
                    EpochResult::loss,
                    EpochResult::accuracy,
                    EpochResult::validationLoss,
                    EpochResult::validationAccuracy,
                    EpochResult::learningRate,
                    EpochResult::seconds)) {
                double value = figure.applyAsDouble(epoch);
                csv.append(',').append(Double.isNaN(value) ? "" : Double.toString(value));
            }
            csv.append('\n');
        }
        return csv.toString();
    }

    /** A table with one row for each epoch; columns that no epoch has are left out. */
    @Override
    public String toString() {
        boolean accuracy = epochs.stream().anyMatch(e -> !Double.isNaN(e.accuracy()));
        boolean validation = epochs.stream().anyMatch(e -> !Double.isNaN(e.validationLoss()));
        StringBuilder text = new StringBuilder("epoch       loss");
        text.append(accuracy ? "  accuracy" : "");
        text.append(validation ? "  validation loss" : "");
        text.append(validation && accuracy ? "  validation accuracy" : "");
        text.append("  seconds\n");
        for (EpochResult e : epochs) {
            text.append(String.format(Locale.ROOT, "%5d  %9.5f", e.epoch(), e.loss()));
            text.append(accuracy ? String.format(Locale.ROOT, "  %8.4f", e.accuracy()) : "");
            text.append(validation ? String.format(Locale.ROOT, "  %15.5f", e.validationLoss()) : "");
            text.append(validation && accuracy ? String.format(Locale.ROOT, "  %19.4f", e.validationAccuracy()) : "");
            text.append(String.format(Locale.ROOT, "  %7.2f\n", e.seconds()));
        }
        if (stopReason != null) {
            text.append("stopped: ").append(stopReason).append('\n');
        }
        return text.toString();
    }
}
