package dev.longhand.examples.regression;

import static dev.longhand.examples.report.TextTable.number;

import dev.longhand.data.Dataset;
import dev.longhand.examples.Count;
import dev.longhand.examples.Rate;
import dev.longhand.examples.report.Report;
import dev.longhand.examples.report.TextTable;
import dev.longhand.metric.Evaluation;
import dev.longhand.optimizer.Sgd;
import dev.longhand.random.CountedRandom;
import dev.longhand.training.Callback;
import dev.longhand.training.EpochResult;
import dev.longhand.training.History;
import dev.longhand.training.Monitor;
import dev.longhand.training.Trainer;
import dev.longhand.training.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Finds the line y = 2x + 1 in noisy points, by gradient descent and by least squares. */
@Command(
        name = "regression",
        mixinStandardHelpOptions = true,
        description = "A line through noisy points, learnt and by least squares.")
public final class Regression implements Callable<Integer> {

    static final double SLOPE = 2;
    static final double INTERCEPT = 1;

    private final Report report;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description = "The random seed of points and initial weights; default ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--points",
            converter = Count.class,
            paramLabel = "COUNT",
            description = "The number of points; default ${DEFAULT-VALUE}.")
    private int points = 100;

    @Option(
            names = "--noise",
            converter = Rate.class,
            paramLabel = "NUMBER",
            description = "The standard deviation of the noise in y; default ${DEFAULT-VALUE}.")
    private double noise = 0.3;

    @Option(
            names = "--learning-rate",
            converter = Rate.class,
            paramLabel = "RATE",
            description = "The learning rate; default ${DEFAULT-VALUE}.")
    private double learningRate = 0.1;

    @Option(
            names = "--epochs",
            converter = Count.class,
            paramLabel = "COUNT",
            description = "The number of steps, each with all points; default ${DEFAULT-VALUE}.")
    private int epochs = 500;

    @Option(names = "--picture", paramLabel = "FILE", description = "Draws points, lines and loss into a PNG file.")
    private @Nullable Path picture;

    /** A command that prints its results to {@code report}. */
    public Regression(Report report) {
        this.report = report;
    }

    @Override
    public Integer call() throws IOException {
        if (points < 3) {
            throw new IllegalArgumentException("--points " + points + " is too few: a line needs at least 3");
        }
        Dataset data = draw();
        report.title("A line: y = %s·x + %s and noise of deviation %s, %s points"
                .formatted(number(SLOPE, 0), number(INTERCEPT, 0), noise, points));
        LineModel model = LineModel.create(seed);
        report.block(model.summary());
        report.title("Learnt by gradient descent, learning rate %s".formatted(learningRate));
        TextTable table = TextTable.of("epoch", "w", "b", "loss before");
        List<float[]> lines = new ArrayList<>();
        lines.add(model.parameters().copy());
        History history = Trainer.of(model)
                .optimizer(Sgd.learningRate(learningRate))
                .batchSize(points)
                .epochs(epochs)
                .shuffle(false)
                .callback(new Callback() {
                    @Override
                    public void onEpochEnd(Training training, EpochResult result) {
                        lines.add(training.model().parameters().copy());
                        if (isShown(result.epoch())) {
                            table.row(
                                    result.epoch(),
                                    number(model.output().weights()[0], 6),
                                    number(model.output().bias()[0], 6),
                                    number(result.loss(), 6));
                        }
                    }
                })
                .fit(data);
        report.table(table);
        SimpleRegression exact = leastSquares(data);
        compare(model, data, exact);
        if (picture != null) {
            RegressionPicture.save(picture, data, lines, exact, history.values(Monitor.LOSS));
            report.gap();
            report.text("The picture is in " + picture);
        }
        return 0;
    }

    private boolean isShown(int epoch) {
        return epoch <= 3 || epoch == 10 || epoch == 30 || epoch == 100 || epoch == 300 || epoch == epochs;
    }

    /** x uniform on −1 to 2. */
    private Dataset draw() {
        float[][] x = new float[points][1];
        float[][] t = new float[points][1];
        long inputs = CountedRandom.key(seed, 1, 0);
        long noises = CountedRandom.key(seed, 1, 1);
        for (int i = 0; i < points; i++) {
            x[i][0] = 3 * CountedRandom.uniform(inputs, i) - 1;
            t[i][0] = (float) (SLOPE * x[i][0] + INTERCEPT + noise * CountedRandom.normal(noises, i));
        }
        return Dataset.of(x, t);
    }

    private static SimpleRegression leastSquares(Dataset data) {
        SimpleRegression exact = new SimpleRegression();
        for (int i = 0; i < data.size(); i++) {
            exact.addData(data.input(i)[0], data.target(i)[0]);
        }
        return exact;
    }

    private void compare(LineModel model, Dataset data, SimpleRegression exact) {
        Evaluation evaluation = Evaluation.of(model, data);
        report.title("Compared with the exact solution");
        TextTable table = TextTable.of("<", "w", "b", "mean squared error", "R²");
        table.row(
                "learnt",
                number(model.output().weights()[0], 6),
                number(model.output().bias()[0], 6),
                number(evaluation.loss(), 6),
                number(evaluation.r2(), 6));
        table.row(
                "least squares",
                number(exact.getSlope(), 6),
                number(exact.getIntercept(), 6),
                number(exact.getSumSquaredErrors() / exact.getN(), 6),
                number(exact.getRSquare(), 6));
        table.row("without noise", number(SLOPE, 6), number(INTERCEPT, 6));
        report.table(table);
        report.line(
                "The slope's standard error is %.4f: the error to expect of least squares.", exact.getSlopeStdErr());
    }
}
