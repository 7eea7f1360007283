package dev.longhand.training;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Prints a line for each epoch: {@code epoch  3/10  loss 0.08214  accuracy 0.9750  0.42 s}.
 *
 * <p>Warnings ({@link History#warnings}) are printed as they arise.
 *
 * <p>For a logger: {@code PrintEpochs.to(logger::info)}.
 */
public final class PrintEpochs implements Callback {

    private final Consumer<String> lines;
    private final int every;

    private PrintEpochs(Consumer<String> lines, int every) {
        this.lines = lines;
        this.every = every;
    }

    /** Prints to a stream, such as {@code System.out}. */
    public static PrintEpochs to(PrintStream out) {
        return new PrintEpochs(out::println, 1);
    }

    /** Prints to a consumer of lines without line ends. */
    public static PrintEpochs to(Consumer<String> lines) {
        return new PrintEpochs(lines, 1);
    }

    /** The same, for every {@code epochs}-th epoch, the first and the last one planned. */
    public PrintEpochs every(int epochs) {
        if (epochs < 1) {
            throw new IllegalArgumentException("a line every " + epochs + " epochs is impossible: use at least 1");
        }
        return new PrintEpochs(lines, epochs);
    }

    @Override
    public void onWarning(Training training, String warning) {
        lines.accept("warning: " + warning);
    }

    @Override
    public void onEpochEnd(Training training, EpochResult result) {
        int epoch = result.epoch();
        if (epoch % every == 0 || epoch == 1 || epoch == training.epochs()) {
            lines.accept(line(result, training.epochs(), training.outputs()));
        }
    }

    @Override
    public void onTrainingEnd(Training training) {
        training.history().stopReason().ifPresent(reason -> lines.accept("stopped: " + reason));
    }

    private static String line(EpochResult result, int epochs, List<OutputResult> outputs) {
        int digits = Integer.toString(epochs).length();
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT, "epoch %" + digits + "d/%d  loss %.5f", result.epoch(), epochs, result.loss()));
        append(line, "  accuracy %.4f", result.accuracy());
        append(line, "  validation loss %.5f", result.validationLoss());
        append(line, "  validation accuracy %.4f", result.validationAccuracy());
        outputs.forEach(output -> append(line, output));
        append(line, "  %.2f s", result.seconds());
        return line.toString();
    }

    /** The accuracy of one of several outputs or, if it has none, its loss: in training and validation. */
    private static void append(StringBuilder line, OutputResult output) {
        line.append("  ").append(output.output());
        if (Double.isNaN(output.accuracy())) {
            append(line, " loss %.5f", output.loss());
            append(line, ", validation %.5f", output.validationLoss());
        } else {
            append(line, " accuracy %.4f", output.accuracy());
            append(line, ", validation %.4f", output.validationAccuracy());
        }
    }

    private static void append(StringBuilder line, String format, double value) {
        if (!Double.isNaN(value)) {
            line.append(String.format(Locale.ROOT, format, value));
        }
    }
}
