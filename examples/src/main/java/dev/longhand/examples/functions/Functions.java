package dev.longhand.examples.functions;

import static dev.longhand.examples.report.TextTable.number;

import dev.longhand.Activation;
import dev.longhand.data.Dataset;
import dev.longhand.data.MinMaxScaler;
import dev.longhand.data.OneHotEncoder;
import dev.longhand.data.StandardScaler;
import dev.longhand.examples.report.Report;
import dev.longhand.examples.report.TextTable;
import dev.longhand.model.LayerInfo;
import dev.longhand.model.Model;
import dev.longhand.model.ParameterInfo;
import dev.longhand.model.Workspace;
import dev.longhand.random.CountedRandom;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows activations, losses and their effect on gradients, with the figures of the notes. */
@Command(
        name = "functions",
        mixinStandardHelpOptions = true,
        description = "Activations and losses, and their effect on gradients.")
public final class Functions implements Callable<Integer> {

    private static final double[] INPUTS = {-3, -1, 0, 1, 3};

    private final Report report;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description = "The random seed of the deep networks' weights; default ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--picture",
            paramLabel = "FILE",
            description = "Draws every activation with its derivative into a PNG file.")
    private @Nullable Path picture;

    /** A command that prints its results to {@code report}. */
    public Functions(Report report) {
        this.report = report;
    }

    @Override
    public Integer call() throws IOException {
        activations();
        softmax();
        losses();
        saturation();
        vanishing();
        pairs();
        inputs();
        if (picture != null) {
            FunctionsPicture.save(picture);
            report.gap();
            report.text("The picture is in " + picture);
        }
        return 0;
    }

    private void activations() {
        report.title("Activations a = f(z) and their derivatives f′(z)");
        TextTable table = TextTable.of(
                "<", "f(−3)", "f(−1)", "f(0)", "f(1)", "f(3)", "  f′(−3)", "f′(−1)", "f′(0)", "f′(1)", "f′(3)");
        for (Curve curve : Curve.all()) {
            List<Object> cells = new ArrayList<>(List.of(curve.name()));
            addNumbers(cells, curve.values(INPUTS));
            addNumbers(cells, curve.derivatives(INPUTS));
            table.row(cells.toArray());
        }
        report.table(table);
        report.text("Step and sign: training uses 1 as their derivative. ReLU: f′(0) = 0.");
        report.line(
                "The sigmoid's derivative is at most %s, at z = 0: six layers leave at most 0.25⁶ = %.4f of a gradient.",
                number(new Curve("", Activation.SIGMOID, 1).derivatives(0)[0], 2), Math.pow(0.25, 6));
    }

    private static void addNumbers(List<Object> cells, double[] numbers) {
        for (double number : numbers) {
            cells.add(number(number, 4));
        }
    }

    private void softmax() {
        report.title("Softmax: shifted by the maximum, so that e^1010 is never computed");
        ThreeClassesModel model = ThreeClassesModel.create(0);
        TextTable table = TextTable.of("<z", "<probabilities", "<sum");
        for (float[] z : new float[][] {{0.3f, 2.9f, 4}, {1010, 1000, 990}}) {
            float[] a = model.predict(z);
            table.row(
                    "(%s, %s, %s)".formatted(number(z[0], 1), number(z[1], 1), number(z[2], 1)),
                    String.format(Locale.ROOT, "(%.8f, %.8f, %.8f)", a[0], a[1], a[2]),
                    number((double) a[0] + a[1] + a[2], 6));
        }
        report.table(table);
    }

    private void losses() {
        report.title("Losses of the notes");
        double bit = Math.log(2);
        EntropyNeuronModel binary = EntropyNeuronModel.create(0);
        TwoClassesModel classes = TwoClassesModel.create(0);
        TwoClassesInBitsModel bits = TwoClassesInBitsModel.create(0);
        TextTable table = TextTable.of("<", "o of the true class", "here", "note");
        table.row("binary cross-entropy, log2", "0.98", number(neuronLoss(binary, 0.98, 1) / bit, 4), "0.0291");
        table.row("binary cross-entropy, log2", "0.0001", number(neuronLoss(binary, 0.0001, 1) / bit, 4), "13.2877");
        table.row("log-likelihood −log2 o", "0.98", number(classLoss(bits, 0.98), 4), "0.0291");
        table.row("log-likelihood −log2 o", "0.0001", number(classLoss(bits, 0.0001), 4), "13.2877");
        table.row("cross-entropy −ln o", "0.6", number(classLoss(classes, 0.6), 4), "0.51");
        report.table(table);
    }

    /** The loss of a unit whose output is {@code o}. */
    private static double neuronLoss(Model model, double o, float target) {
        return gradients(model, o, target).activationLoss();
    }

    /**
     * A pass of one unit with the input 1.
     *
     * @param activationLoss the loss
     * @param weight its derivative with respect to the weight
     */
    private record NeuronPass(double activationLoss, double weight) {}

    private static NeuronPass gradients(Model model, double o, float target) {
        Workspace ws = model.workspace(1);
        model.parameters().set(new float[] {(float) Math.log(o / (1 - o)), 0});
        ws.input()[0] = 1;
        ws.targets()[0] = target;
        model.forwardTraining(ws, 1);
        float loss = model.backward(ws, 1);
        return new NeuronPass(loss, ws.gradients()[0]);
    }

    /** The loss of two classes when the true one has the probability {@code o}. */
    private static double classLoss(Model model, double o) {
        Workspace ws = model.workspace(1);
        ws.input()[0] = (float) Math.log(o);
        ws.input()[1] = (float) Math.log(1 - o);
        ws.targets()[0] = 1;
        model.forward(ws, 1);
        return model.loss(ws, 1);
    }

    private void saturation() {
        report.title("Why squared error learns slowly from a saturated sigmoid (x = 1, target 0)");
        SquaredNeuronModel squared = SquaredNeuronModel.create(0);
        EntropyNeuronModel entropy = EntropyNeuronModel.create(0);
        TextTable table = TextTable.of("o", "½(t − o)²", "note 003", "its ∂e/∂w", "cross-entropy", "its ∂e/∂w");
        for (String[] row : new String[][] {{"0.7503", "0.2815"}, {"0.9971", "0.4971"}}) {
            double o = Double.parseDouble(row[0]);
            NeuronPass bySquares = gradients(squared, o, 0);
            NeuronPass byEntropy = gradients(entropy, o, 0);
            table.row(
                    row[0],
                    number(bySquares.activationLoss(), 4),
                    row[1],
                    number(bySquares.weight(), 4),
                    number(byEntropy.activationLoss(), 4),
                    number(byEntropy.weight(), 4));
        }
        report.table(table);
        report.text(
                "With squared error the worse output has the smaller gradient, because σ′ = o·(1 − o) is nearly 0 there;");
        report.text("with cross-entropy σ′ cancels: ∂e/∂w = (o − t)·x.");
    }

    private void vanishing() {
        report.title("Vanishing gradients: mean |∂E/∂w| of each layer, six layers deep");
        TextTable table = TextTable.of("<", "1 (first)", "2", "3", "4", "5", "6 (last)", "last / first");
        gradientSizes(table, "sigmoid", DeepSigmoidsModel.create(seed));
        gradientSizes(table, "ReLU", DeepRelusModel.create(seed));
        report.table(table);
    }

    private void gradientSizes(TextTable table, String name, Model model) {
        int n = 32;
        int in = model.info().input().size();
        Workspace ws = model.workspace(n);
        long key = CountedRandom.key(seed, 1, 2);
        for (int i = 0; i < n * in; i++) {
            ws.input()[i] = (float) CountedRandom.normal(key, i);
        }
        for (int sample = 0; sample < n; sample++) {
            ws.targets()[sample] = ws.input()[sample * in] > 0 ? 1 : 0;
        }
        model.forwardTraining(ws, n);
        model.backward(ws, n);
        List<Object> cells = new ArrayList<>(List.of(name));
        double first = 0;
        double last = 0;
        for (LayerInfo layer : model.info().layers()) {
            ParameterInfo weight = layer.parameters().get(0);
            double sum = 0;
            for (int i = weight.offset(); i < weight.offset() + weight.size(); i++) {
                sum += Math.abs(ws.gradients()[i]);
            }
            last = sum / weight.size();
            first = cells.size() == 1 ? last : first;
            cells.add(String.format(Locale.ROOT, "%.2e", last));
        }
        cells.add(number(last / first, 1));
        table.row(cells.toArray());
    }

    private void pairs() {
        report.title("Which output goes with which loss");
        report.table(TextTable.of("<task", "<output", "<loss")
                .row("yes or no", "SIGMOID", "BINARY_CROSS_ENTROPY")
                .row("one of many classes", "SOFTMAX", "CROSS_ENTROPY")
                .row("numbers", "IDENTITY", "MEAN_SQUARED_ERROR"));
    }

    private void inputs() {
        report.title("Feature scaling: heights in m, weights in kg");
        float[][] people = {{1.885f, 65.5f}, {1.525f, 45}, {1.75f, 70.2f}};
        Dataset data = Dataset.of(people, new float[][] {{0}, {0}, {0}});
        float[] minMax = MinMaxScaler.fit(data).apply(data.inputs());
        float[] scores = StandardScaler.fit(data).apply(data.inputs());
        TextTable table = TextTable.of("height", "weight", "min-max", "min-max", "z-score", "z-score");
        for (int i = 0; i < people.length; i++) {
            table.row(
                    number(people[i][0], 3),
                    number(people[i][1], 1),
                    number(minMax[2 * i], 4),
                    number(minMax[2 * i + 1], 4),
                    number(scores[2 * i], 4),
                    number(scores[2 * i + 1], 4));
        }
        report.table(table);
        OneHotEncoder encoder = OneHotEncoder.none().column(3, 1, 2).column(4, 1, 2, 3, 4);
        float[] encoded = encoder.apply(1.755f, 65.5f, 122, 1, 3);
        StringBuilder list = new StringBuilder();
        for (float number : encoded) {
            list.append(list.isEmpty() ? "" : ", ")
                    .append(Float.toString(number).replaceAll("\\.0$", ""));
        }
        report.text("Categories as one-hot: (1.755, 65.5, 122, 1, 3) → (" + list + ")");
    }
}
