package dev.longhand.examples.backprop;

import dev.longhand.data.Dataset;
import dev.longhand.examples.Count;
import dev.longhand.examples.report.Report;
import dev.longhand.examples.report.TextTable;
import dev.longhand.model.Workspace;
import dev.longhand.optimizer.Sgd;
import dev.longhand.training.NumericalGradient;
import dev.longhand.training.TrainingStep;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Works through the example of note 000 and shows each number beside the note's figure. */
@Command(
        name = "backprop",
        mixinStandardHelpOptions = true,
        description = "One step of backpropagation, each number beside the note's.")
public final class Backprop implements Callable<Integer> {

    /** The step size α of the note. */
    private static final float LEARNING_RATE = 0.5f;

    private static final float[] X = {0.1f, 0.2f};
    private static final float[] T = {0.4f, 0.6f};

    private final Report report;

    @Option(
            names = "--steps",
            converter = Count.class,
            paramLabel = "COUNT",
            description = "Total number of training steps; default ${DEFAULT-VALUE}, as in the note.")
    private int steps = 1;

    /** A command that prints its results to {@code report}. */
    public Backprop(Report report) {
        this.report = report;
    }

    @Override
    public Integer call() {
        TwoTwoTwoModel model = TwoTwoTwoModel.create(0);
        float[] numerical = NumericalGradient.of(model, Dataset.of(new float[][] {X}, new float[][] {T}));
        report.line("x = (0.1, 0.2), targets t = (0.4, 0.6), learning rate α = %s", LEARNING_RATE);
        try (TrainingStep step = TrainingStep.of(model, Sgd.learningRate(LEARNING_RATE), 1, 0)) {
            Figures figures = new Figures();
            forward(model, step.workspace());
            Pass before = Pass.of(model, step.workspace());
            report.title("Forward");
            report.table(figures.forward(before, Figures.BEFORE));

            step.run(X, T);
            float[] gradients = step.workspace().gradients();
            report.title("Backward, step 1: the chain rule for W5");
            report.table(figures.chainOfW5(before, gradients));
            report.title("Backward, step 2: the chain rule for W1");
            report.table(figures.chainOfW1(before, gradients));
            report.title("The generated backward pass against central differences");
            report.table(gradients(gradients, numerical));
            report.title("The new weights: W⁺ = W − α·∂E/∂W");
            report.table(figures.update(before, model.parameters().forReading(), gradients));

            forward(model, step.workspace());
            Pass after = Pass.of(model, step.workspace());
            report.title("Forward again");
            report.table(figures.forward(after, Figures.AFTER));
            report.line("The error fell from %.8f to %.8f.", before.error(), after.error());
            report.gap();
            report.line("The largest difference from the note's figures is %.1e.", figures.largestDifference());
            moreSteps(step, after.error());
        }
        return 0;
    }

    private static void forward(TwoTwoTwoModel model, Workspace ws) {
        System.arraycopy(X, 0, ws.input(), 0, X.length);
        System.arraycopy(T, 0, ws.targets(), 0, T.length);
        model.forward(ws, 1);
    }

    private static TextTable gradients(float[] gradients, float[] numerical) {
        TextTable table = TextTable.of("<", "backward pass", "central difference");
        for (int number = 1; number <= Pass.WEIGHTS; number++) {
            int at = Pass.index(number);
            table.row("∂E/∂W" + number, TextTable.number(gradients[at], 8), TextTable.number(numerical[at], 8));
        }
        return table;
    }

    private void moreSteps(TrainingStep step, double error) {
        if (steps == 1) {
            return;
        }
        report.title("More steps");
        TextTable table = TextTable.of("steps", "E");
        table.row(1, TextTable.number(error, 8));
        for (int done = 2, next = 10; done <= steps; done++) {
            // A step returns the error before its update, which is the error after the previous step.
            float found = step.run(X, T);
            if (done - 1 == next) {
                table.row(done - 1, TextTable.number(found, 8));
                next *= 10;
            }
        }
        table.row(steps, TextTable.number(step.run(X, T), 8));
        report.table(table);
    }
}
