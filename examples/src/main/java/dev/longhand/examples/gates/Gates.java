package dev.longhand.examples.gates;

import static dev.longhand.examples.report.TextTable.number;

import dev.longhand.Layer;
import dev.longhand.data.Dataset;
import dev.longhand.examples.Count;
import dev.longhand.examples.Rate;
import dev.longhand.examples.report.Report;
import dev.longhand.examples.report.TextTable;
import dev.longhand.model.Model;
import dev.longhand.model.Workspace;
import dev.longhand.optimizer.Sgd;
import dev.longhand.training.Callback;
import dev.longhand.training.EpochResult;
import dev.longhand.training.History;
import dev.longhand.training.StopWhen;
import dev.longhand.training.Trainer;
import dev.longhand.training.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what one perceptron can compute, what it can't, and what several can. */
@Command(
        name = "gates",
        mixinStandardHelpOptions = true,
        description = "AND, NAND, OR and XOR by perceptrons, set by hand and learnt.")
public final class Gates implements Callable<Integer> {

    private static final int SINGLE_EPOCHS = 10_000;

    private final Report report;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description = "The random seed of the initial weights; default ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--learning-rate",
            converter = Rate.class,
            paramLabel = "RATE",
            description = "The learning rate of the perceptron rule; default ${DEFAULT-VALUE}.")
    private double learningRate = 0.1;

    @Option(
            names = "--epochs",
            converter = Count.class,
            paramLabel = "COUNT",
            description = "The most epochs of the perceptron rule; default ${DEFAULT-VALUE}.")
    private int epochs = 100;

    @Option(
            names = "--picture",
            paramLabel = "FILE",
            description = "Draws boundaries, regions and feature space into a PNG file.")
    private @Nullable Path picture;

    /** A command that prints its results to {@code report}. */
    public Gates(Report report) {
        this.report = report;
    }

    @Override
    public Integer call() throws IOException {
        setByHand();
        xorOfGates();
        signs();
        learnByPerceptronRule();
        singleLayerXor();
        regions();
        featureSpace();
        if (picture != null) {
            GatesPicture.save(picture, seed, learningRate);
            report.gap();
            report.text("The picture is in " + picture);
        }
        return 0;
    }

    private void setByHand() {
        report.title("Perceptrons set by hand: y = 1 if S = w1·x1 + w2·x2 + b > 0, else 0");
        TextTable table = TextTable.of(
                "<gate", "w1", "w2", "b", "S(0,0)", "S(0,1)", "S(1,0)", "S(1,1)", "   y of 00 01 10 11", "<");
        AndModel and = AndModel.create(seed);
        handSet(table, Gate.AND, and, and.output());
        handSet(table, Gate.AND, and, and.output(), 0.5f, 0.5f, -0.8f);
        handSet(table, Gate.AND, and, and.output(), 1, 1, -1);
        NandModel nand = NandModel.create(seed);
        handSet(table, Gate.NAND, nand, nand.output());
        OrModel or = OrModel.create(seed);
        handSet(table, Gate.OR, or, or.output());
        handSet(table, Gate.OR, or, or.output(), 0.5f, 0.5f, -0.3f);
        report.table(table);
        report.text("All three are the same perceptron with other weights and bias. A threshold θ is a bias b = −θ.");
    }

    private static void handSet(TextTable table, Gate gate, Model model, Layer layer, float... weightsAndBias) {
        if (weightsAndBias.length > 0) {
            layer.setWeights(weightsAndBias[0], weightsAndBias[1]);
            layer.setBias(weightsAndBias[2]);
        }
        List<Object> cells = new ArrayList<>(List.of(
                gate, number(layer.weights()[0], 1), number(layer.weights()[1], 1), number(layer.bias()[0], 1)));
        for (int row = 0; row < Gate.ROWS; row++) {
            cells.add(number(sum(layer, row), 1));
        }
        cells.add(outputs(model));
        cells.add(rightRows(model, gate) == Gate.ROWS ? "right" : "wrong");
        table.row(cells.toArray());
    }

    /** S = w1·x1 + w2·x2 + b of a layer with one unit. */
    static double sum(Layer layer, int row) {
        float[] x = Gate.inputs(row);
        float[] w = layer.weights();
        return (double) w[0] * x[0] + (double) w[1] * x[1] + layer.bias()[0];
    }

    private static String outputs(Model model) {
        StringBuilder y = new StringBuilder();
        for (int row = 0; row < Gate.ROWS; row++) {
            y.append(String.format(Locale.ROOT, "%3.0f", model.predict(Gate.inputs(row))[0]));
        }
        return y.toString();
    }

    private static int rightRows(Model model, Gate gate) {
        int right = 0;
        for (int row = 0; row < Gate.ROWS; row++) {
            right += model.predict(Gate.inputs(row))[0] == gate.output(row) ? 1 : 0;
        }
        return right;
    }

    private void xorOfGates() {
        report.title("XOR: NAND and OR into AND, a network of two layers");
        TextTable table = TextTable.of("x1", "x2", "s1 = NAND", "s2 = OR", "y = AND(s1, s2)", "XOR");
        XorOfGatesModel model = XorOfGatesModel.create(seed);
        Workspace ws = model.workspace(Gate.ROWS);
        Gate.XOR.samples().copyInputs(0, Gate.ROWS, ws.input());
        model.forward(ws, Gate.ROWS);
        for (int row = 0; row < Gate.ROWS; row++) {
            float[] x = Gate.inputs(row);
            table.row(
                    number(x[0], 0),
                    number(x[1], 0),
                    number(ws.activation(0)[2 * row], 0),
                    number(ws.activation(0)[2 * row + 1], 0),
                    number(ws.output()[row], 0),
                    Gate.XOR.output(row));
        }
        report.table(table);
    }

    private void signs() {
        report.title("OR with the outputs −1 and 1: w = (1, 1), b = −0.5");
        TextTable table = TextTable.of("x1", "x2", "S", "y");
        SignOrModel model = SignOrModel.create(seed);
        for (int row = 0; row < Gate.ROWS; row++) {
            float[] x = Gate.inputs(row);
            table.row(
                    number(x[0], 0),
                    number(x[1], 0),
                    number(sum(model.output(), row), 1),
                    number(model.predict(x)[0], 0));
        }
        report.table(table);
        report.text("The decision boundary x1 + x2 − 0.5 = 0 divides the plane: −1 below it, 1 above.");
    }

    private void learnByPerceptronRule() {
        report.title("The same gates learnt by the perceptron rule: w ← w + η·(t − y)·x");
        long startSeed = seed;
        for (Gate gate : List.of(Gate.AND, Gate.OR, Gate.NAND)) {
            PerceptronModel model = PerceptronModel.create(startSeed++);
            TextTable table = TextTable.of("epoch", "wrong", "w1", "w2", "b");
            addWeights(table, "start", "", model.output());
            History history = trainer(model, new Callback() {
                        @Override
                        public void onEpochEnd(Training training, EpochResult result) {
                            addWeights(table, result.epoch(), wrong(result), model.output());
                        }
                    })
                    .fit(gate.samples());
            report.line("%s, learning rate %s: %s", gate, Double.toString(learningRate), verdict(history, model, gate));
            report.table(table);
            report.gap();
        }
        PerceptronModel model = PerceptronModel.create(seed);
        History history = trainer(model, new Callback() {}).fit(Gate.XOR.samples());
        report.line("XOR, learning rate %s: %s", learningRate, verdict(history, model, Gate.XOR));
    }

    private Trainer trainer(Model model, Callback callback) {
        return Trainer.of(model)
                .optimizer(Sgd.learningRate(learningRate))
                .batchSize(1)
                .epochs(epochs)
                .shuffle(false)
                .callback(callback)
                .callback(StopWhen.accuracyReaches(1));
    }

    private static void addWeights(TextTable table, Object epoch, Object wrong, Layer layer) {
        table.row(
                epoch, wrong, number(layer.weights()[0], 4), number(layer.weights()[1], 4), number(layer.bias()[0], 4));
    }

    private static long wrong(EpochResult result) {
        return Math.round((1 - result.accuracy()) * Gate.ROWS);
    }

    private static String verdict(History history, Model model, Gate gate) {
        int epochs = history.epochs().size();
        if (history.last().accuracy() == 1) {
            return "learnt, epoch " + epochs + " is the first without a mistake, y =" + outputs(model);
        }
        return "still " + wrong(history.last()) + " mistakes in epoch " + epochs + ", " + rightRows(model, gate)
                + " of " + Gate.ROWS + " right"
                + (gate == Gate.XOR ? "; no line divides it, so this never ends" : "; try more --epochs");
    }

    private void singleLayerXor() {
        report.title("XOR by one sigmoid unit: binary cross-entropy, gradient descent, learning rate 1");
        SigmoidUnitModel model = SigmoidUnitModel.create(seed);
        TextTable table = TextTable.of("epoch", "loss", "o(0,0)", "o(0,1)", "o(1,0)", "o(1,1)");
        Dataset samples = Gate.XOR.samples();
        Trainer.of(model)
                .optimizer(Sgd.learningRate(1))
                .batchSize(Gate.ROWS)
                .shuffle(false)
                .epochs(SINGLE_EPOCHS)
                .callback(new Callback() {
                    @Override
                    public void onEpochEnd(Training training, EpochResult result) {
                        if (isPowerOfTen(result.epoch())) {
                            float[] o = model.predict(samples.inputs());
                            table.row(
                                    result.epoch(),
                                    number(result.loss(), 6),
                                    number(o[0], 6),
                                    number(o[1], 6),
                                    number(o[2], 6),
                                    number(o[3], 6));
                        }
                    }
                })
                .fit(samples);
        report.table(table);
        report.text("The best a single unit can do is 0.5 for all four, a loss of ln 2 = 0.693147.");
    }

    private static boolean isPowerOfTen(int number) {
        int n = number;
        while (n % 10 == 0) {
            n /= 10;
        }
        return n == 1;
    }

    private void regions() {
        report.title("Three perceptrons cut the plane into 7 regions, each a corner of a cube");
        Regions regions = Regions.of(ThreeLinesModel.create(seed));
        TextTable table = TextTable.of("corner", "<points of the square [−2, 3]²");
        for (int corner = 0; corner < Regions.CORNERS; corner++) {
            table.row(Regions.name(corner), regions.describe(corner));
        }
        report.table(table);
        report.line("%d regions; p perceptrons map the plane to corners of a p-dimensional cube.", regions.count());
    }

    private void featureSpace() {
        report.title("What the hidden layer of XOR does: a new feature space z = (NAND, OR)");
        XorOfGatesModel model = XorOfGatesModel.create(seed);
        Workspace ws = model.workspace(1);
        TextTable table = TextTable.of("x", "z", "z1 + z2 − 1.4", "XOR");
        for (int row = 0; row < Gate.ROWS; row++) {
            float[] x = Gate.inputs(row);
            System.arraycopy(x, 0, ws.input(), 0, 2);
            model.forward(ws, 1);
            float[] z = ws.activation(0);
            table.row(point(x), point(z), number(z[0] + z[1] - 1.4, 1), Gate.XOR.output(row));
        }
        report.table(table);
        report.text("In z one line, AND's, divides the two classes; in x none does.");
    }

    /** As in {@code (1, 0)}. */
    private static String point(float[] x) {
        return "(" + number(x[0], 0) + ", " + number(x[1], 0) + ")";
    }
}
