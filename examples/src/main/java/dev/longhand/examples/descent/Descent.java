package dev.longhand.examples.descent;

import static dev.longhand.examples.report.TextTable.number;

import dev.longhand.data.Dataset;
import dev.longhand.examples.Count;
import dev.longhand.examples.Rate;
import dev.longhand.examples.report.Report;
import dev.longhand.examples.report.TextTable;
import dev.longhand.random.CountedRandom;
import dev.longhand.training.GradientDescent;
import dev.longhand.training.NumericalGradient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows derivatives, gradient descent, learning rates, and how optimizers leave a saddle point. */
@Command(
        name = "descent",
        mixinStandardHelpOptions = true,
        description = "Gradient descent, numerical derivatives, and optimizers on a saddle.")
public final class Descent implements Callable<Integer> {

    private final Report report;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description = "The random seed of the network's parameters; default ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--learning-rate",
            converter = Rate.class,
            paramLabel = "RATE",
            description = "For (x − 3)² + 10; default ${DEFAULT-VALUE}.")
    private double learningRate = 0.01;

    @Option(
            names = "--steps",
            converter = Count.class,
            paramLabel = "COUNT",
            description = "For (x − 3)² + 10; default ${DEFAULT-VALUE}.")
    private int steps = 100;

    @Option(
            names = "--picture",
            paramLabel = "FILE",
            description = "Draws learning rates and the optimizers' paths into a PNG file.")
    private @Nullable Path picture;

    /** A command that prints its results to {@code report}. */
    public Descent(Report report) {
        this.report = report;
    }

    @Override
    public Integer call() throws IOException {
        derivatives();
        gradients();
        descend();
        learningRates();
        saddle();
        network();
        if (picture != null) {
            DescentPicture.save(picture);
            report.gap();
            report.text("The picture is in " + picture);
        }
        return 0;
    }

    /** y = (x − 3)² + 10. */
    static double parabola(double x) {
        return Math.pow(x - 3, 2) + 10;
    }

    /** y′ = 2x − 6. */
    static double parabolaSlope(double x) {
        return 2 * x - 6;
    }

    private void derivatives() {
        report.title("Numerical differentiation: f = 0.01·x² + 0.1·x");
        DoubleUnaryOperator f = x -> 0.01 * x * x + 0.1 * x;
        TextTable table = TextTable.of("x", "(f(x+h) − f(x−h))/2h", "(f(x+h) − f(x))/h", "f′ = 0.02·x + 0.1");
        double h = NumericalGradient.H;
        for (double x : List.of(5.0, 10.0)) {
            table.row(
                    number(x, 0),
                    number(NumericalGradient.derivative(f, x), 10),
                    number((f.applyAsDouble(x + h) - f.applyAsDouble(x)) / h, 10),
                    number(0.02 * x + 0.1, 10));
        }
        report.table(table);
        report.text("h = 1e-4. The central difference is off by f‴·h²/6, the one-sided one by f″·h/2.");
    }

    private void gradients() {
        report.title("Numerical gradient: f = x0² + x1²");
        ToDoubleFunction<double[]> f = x -> x[0] * x[0] + x[1] * x[1];
        TextTable table = TextTable.of("x0", "x1", "∂f/∂x0", "∂f/∂x1", "2·x0", "2·x1");
        for (double[] x : List.of(new double[] {3, 4}, new double[] {0, 2}, new double[] {3, 0})) {
            double[] gradient = NumericalGradient.gradient(f, x);
            table.row(
                    number(x[0], 0),
                    number(x[1], 0),
                    number(gradient[0], 8),
                    number(gradient[1], 8),
                    number(2 * x[0], 0),
                    number(2 * x[1], 0));
        }
        report.table(table);
    }

    private void descend() {
        report.title("Gradient descent: y = (x − 3)² + 10 from x = 10");
        double[] path = GradientDescent.path(Descent::parabolaSlope, 10, learningRate, steps);
        report.line("x ← x − %s·(2x − 6)", Double.toString(learningRate));
        TextTable table = TextTable.of("step", "<x", "<y");
        for (int step = 0; step <= steps; step++) {
            if (step <= 3 || step > steps - 3) {
                table.row(step, Double.toString(path[step]), Double.toString(parabola(path[step])));
            } else if (step == 4) {
                table.row("…");
            }
        }
        report.table(table);
        report.text("The minimum is y = 10 at x = 3.");
    }

    private void learningRates() {
        report.title("The learning rate: too small, right, too large (100 steps)");
        TextTable table = TextTable.of("η", "x after 1", "after 2", "after 10", "after 100", "<");
        for (double rate : List.of(0.0001, 0.01, 0.1, 0.5, 0.95, 1.0, 1.05)) {
            double[] path = GradientDescent.path(Descent::parabolaSlope, 10, rate, 100);
            table.row(
                    Double.toString(rate).replace("1.0E-4", "0.0001"),
                    shortNumber(path[1]),
                    shortNumber(path[2]),
                    shortNumber(path[10]),
                    shortNumber(path[100]),
                    verdict(rate));
        }
        report.table(table);
        report.text("Each step multiplies the distance from 3 by 1 − 2η.");
    }

    private static String verdict(double rate) {
        if (rate < 0.001) {
            return "hardly moves";
        }
        if (rate < 0.05) {
            return "slow, but converges";
        }
        if (rate < 0.5) {
            return "good";
        }
        if (rate == 0.5) {
            return "reaches the minimum in one step";
        }
        if (rate < 1) {
            return "oscillates and converges";
        }
        return rate == 1 ? "oscillates for ever" : "diverges";
    }

    private static String shortNumber(double value) {
        return Math.abs(value) < 1e5 ? number(value, 4) : String.format(Locale.ROOT, "%.2e", value);
    }

    private void saddle() {
        report.title("A saddle: f = x² − y², from (1, 0.0001), " + Saddle.STEPS + " steps");
        TextTable table = TextTable.of("<optimizer", "η", "x", "y", "f", "steps until |y| > 0.5");
        for (Saddle.Path path : Saddle.paths()) {
            double[] end = path.points().get(Saddle.STEPS);
            int escape = path.escape();
            table.row(
                    path.name(),
                    Double.toString(path.learningRate()),
                    shortNumber(end[0]),
                    shortNumber(end[1]),
                    shortNumber(Saddle.height(end[0], end[1])),
                    escape < 0 ? "stuck" : escape);
        }
        report.table(table);
        report.text(
                "Near the saddle the gradient in y is tiny. Gradient descent takes steps in proportion to it, and stalls;");
        report.text("optimizers that divide it by its running magnitude take full steps, and leave.");
    }

    private void network() {
        report.title("A network's backward pass against central differences");
        SmallNetworkModel model = SmallNetworkModel.create(seed);
        int n = 8;
        float[][] x = new float[n][3];
        int[] labels = new int[n];
        long key = CountedRandom.key(seed, 1, 0);
        for (int sample = 0; sample < n; sample++) {
            for (int i = 0; i < 3; i++) {
                x[sample][i] = (float) CountedRandom.normal(key, sample * 3L + i);
            }
            labels[sample] = sample % 3;
        }
        report.block(model.summary());
        report.gap();
        report.block(
                NumericalGradient.check(model, Dataset.ofLabels(x, labels, 3)).toString());
    }
}
