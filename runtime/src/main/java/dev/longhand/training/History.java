package dev.longhand.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The results of each epoch of a training. Immutable. */
public final class History {

    private final List<EpochResult> epochs;
    private final List<List<OutputResult>> outputs;
    private final @Nullable String stopReason;
    private final List<String> warnings;

    History(List<EpochResult> epochs, @Nullable String stopReason) {
        this(epochs, List.of(), stopReason, List.of());
    }

    History(
            List<EpochResult> epochs,
            List<List<OutputResult>> outputs,
            @Nullable String stopReason,
            List<String> warnings) {
        this.epochs = List.copyOf(epochs);
        this.outputs = outputs.stream().map(List::copyOf).toList();
        this.stopReason = stopReason;
        this.warnings = List.copyOf(warnings);
    }

    /** The epochs in order. */
    public List<EpochResult> epochs() {
        return epochs;
    }

    /**
     * For each epoch the results of a network's outputs, in their order, if it has several; otherwise an empty list for each
     * epoch.
     */
    public List<List<OutputResult>> outputs() {
        return outputs;
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

    /** A figure of an epoch and its name in files. */
    private record Column(String name, IntToDoubleFunction figure) {

        String csv(int epoch) {
            double value = figure.applyAsDouble(epoch);
            return Double.isNaN(value) ? "" : Double.toString(value);
        }

        String json(int epoch) {
            double value = figure.applyAsDouble(epoch);
            return Double.isFinite(value) ? Double.toString(value) : "null";
        }
    }

    /** The figures of an epoch, then those of each of several outputs, whose names begin with its name. */
    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        add(columns, "loss", EpochResult::loss);
        add(columns, "accuracy", EpochResult::accuracy);
        add(columns, "validation_loss", EpochResult::validationLoss);
        add(columns, "validation_accuracy", EpochResult::validationAccuracy);
        add(columns, "learning_rate", EpochResult::learningRate);
        add(columns, "seconds", EpochResult::seconds);
        for (int k = 0; !outputs.isEmpty() && k < outputs.get(0).size(); k++) {
            add(columns, k, "_loss", OutputResult::loss);
            add(columns, k, "_accuracy", OutputResult::accuracy);
            add(columns, k, "_validation_loss", OutputResult::validationLoss);
            add(columns, k, "_validation_accuracy", OutputResult::validationAccuracy);
        }
        return columns;
    }

    private void add(List<Column> columns, String name, ToDoubleFunction<EpochResult> figure) {
        columns.add(new Column(name, epoch -> figure.applyAsDouble(epochs.get(epoch))));
    }

    private void add(List<Column> columns, int output, String name, ToDoubleFunction<OutputResult> figure) {
        columns.add(new Column(
                outputs.get(0).get(output).output() + name,
                epoch -> figure.applyAsDouble(outputs.get(epoch).get(output))));
    }

    /** Comma-separated: a line with the names, then one for each epoch; missing figures are empty. */
    public String toCsv() {
        StringBuilder csv = new StringBuilder("epoch");
        List<Column> columns = columns();
        columns.forEach(column -> csv.append(',').append(column.name));
        csv.append('\n');
        for (int i = 0; i < epochs.size(); i++) {
            int epoch = i;
            csv.append(epochs.get(i).epoch());
            columns.forEach(column -> csv.append(',').append(column.csv(epoch)));
            csv.append('\n');
        }
        return csv.toString();
    }

    /**
     * JSON: {@code {"stop_reason": null, "epochs": [{"epoch": 1, "loss": 0.5, …}, …]}}, one line for each epoch; figures
     * that are missing or infinite are null.
     */
    public String toJson() {
        StringBuilder json = new StringBuilder("{\"stop_reason\": ");
        json.append(stopReason == null ? "null" : '"' + escaped(stopReason) + '"');
        json.append(", \"epochs\": [");
        for (int i = 0; i < epochs.size(); i++) {
            int epoch = i;
            json.append(i == 0 ? "\n" : ",\n")
                    .append("  {\"epoch\": ")
                    .append(epochs.get(i).epoch());
            columns()
                    .forEach(column -> json.append(", \"")
                            .append(column.name)
                            .append("\": ")
                            .append(column.json(epoch)));
            json.append('}');
        }
        return json.append(epochs.isEmpty() ? "]}\n" : "\n]}\n").toString();
    }

    private static String title(OutputResult output) {
        return output.output()
                + (Double.isNaN(output.validationLoss()) ? "" : " validation")
                + (Double.isNaN(output.accuracy()) ? " loss" : " accuracy");
    }

    /** The figure that {@link #title} names. */
    private static double shown(OutputResult output) {
        boolean isValidated = !Double.isNaN(output.validationLoss());
        if (Double.isNaN(output.accuracy())) {
            return isValidated ? output.validationLoss() : output.loss();
        }
        return isValidated ? output.validationAccuracy() : output.accuracy();
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                escaped.append('\\').append(c);
            } else if (c < ' ') {
                escaped.append(String.format("\\u%04x", (int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /**
     * A table with one row for each epoch; columns that no epoch has are left out. Several outputs have a column each: the
     * accuracy or, if an output has none, the loss, of validation or, if there is none, of training.
     */
    @Override
    public String toString() {
        boolean accuracy = epochs.stream().anyMatch(e -> !Double.isNaN(e.accuracy()));
        boolean validation = epochs.stream().anyMatch(e -> !Double.isNaN(e.validationLoss()));
        StringBuilder text = new StringBuilder("epoch       loss");
        text.append(accuracy ? "  accuracy" : "");
        text.append(validation ? "  validation loss" : "");
        text.append(validation && accuracy ? "  validation accuracy" : "");
        List<String> titles = outputs.isEmpty()
                ? List.of()
                : outputs.get(0).stream().map(History::title).toList();
        titles.forEach(title -> text.append("  ").append(title));
        text.append("  seconds\n");
        for (int epoch = 0; epoch < epochs.size(); epoch++) {
            EpochResult e = epochs.get(epoch);
            text.append(String.format(Locale.ROOT, "%5d  %9.5f", e.epoch(), e.loss()));
            text.append(accuracy ? String.format(Locale.ROOT, "  %8.4f", e.accuracy()) : "");
            text.append(validation ? String.format(Locale.ROOT, "  %15.5f", e.validationLoss()) : "");
            text.append(validation && accuracy ? String.format(Locale.ROOT, "  %19.4f", e.validationAccuracy()) : "");
            for (int k = 0; k < titles.size(); k++) {
                double shown = shown(outputs.get(epoch).get(k));
                text.append(String.format(Locale.ROOT, "  %" + titles.get(k).length() + ".4f", shown));
            }
            text.append(String.format(Locale.ROOT, "  %7.2f\n", e.seconds()));
        }
        if (stopReason != null) {
            text.append("stopped: ").append(stopReason).append('\n');
        }
        return text.toString();
    }
}
