package dev.longhand.examples.xor;

import static dev.longhand.examples.report.TextTable.number;

import dev.longhand.data.Dataset;
import dev.longhand.examples.Count;
import dev.longhand.examples.gates.Gate;
import dev.longhand.examples.report.PageOption;
import dev.longhand.examples.report.Progress;
import dev.longhand.examples.report.Report;
import dev.longhand.examples.report.TextTable;
import dev.longhand.model.Model;
import dev.longhand.optimizer.Sgd;
import dev.longhand.training.Callback;
import dev.longhand.training.EpochResult;
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
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains the three XOR networks of the notes. */
@Command(
        name = "xor",
        mixinStandardHelpOptions = true,
        description = "XOR learnt by networks with hidden layers, three ways.")
public final class Xor implements Callable<Integer> {

    private static final Dataset SAMPLES = Gate.XOR.samples();
    private static final int DEEP_EPOCHS = 10_000;
    private static final int NUMPY_EPOCHS = 10_000;
    private static final int KERAS_EPOCHS = 10_000;
    private static final int KERAS_FIRST_LOOK = 1_000;

    private final Report report;

    /** The networks, as named on the command line. */
    enum Which {
        DEEP,
        NUMPY,
        KERAS,
        ALL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = "--network",
            paramLabel = "NAME",
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private Which which = Which.ALL;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description = "The random seed of the initial weights; default ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--starts",
            converter = Count.class,
            paramLabel = "COUNT",
            description = "The number of seeds to train the Keras network from; default ${DEFAULT-VALUE}.")
    private int starts = 50;

    @Option(
            names = "--picture",
            paramLabel = "FILE",
            description = "Draws the output of each network over the plane into a PNG file.")
    private @Nullable Path picture;

    @Mixin
    private PageOption pages = new PageOption();

    /** A command that prints its results to {@code report}. */
    public Xor(Report report) {
        this.report = report;
    }

    @Override
    public Integer call() throws IOException {
        List<Model> trained = new ArrayList<>();
        if (which == Which.DEEP || which == Which.ALL) {
            trained.add(deep());
        }
        if (which == Which.NUMPY || which == Which.ALL) {
            trained.add(numpy());
        }
        if (which == Which.KERAS || which == Which.ALL) {
            trained.add(keras());
        }
        if (picture != null) {
            XorPicture.save(picture, trained);
            report.gap();
            report.text("The picture is in " + picture);
        }
        pages.announceFolder(report);
        return 0;
    }

    private Model deep() {
        report.title("Note 000: 2-10-10-10-1, binary cross-entropy, SGD, learning rate 1, all four at once");
        DeepXorModel model = DeepXorModel.create(seed);
        TextTable table = TextTable.of("epoch", "loss", "o(0,0)", "o(0,1)", "o(1,0)", "o(1,1)");
        trainer(model, 1, 4, DEEP_EPOCHS)
                .callback(rows(table))
                .callback(page(Which.DEEP))
                .fit(SAMPLES);
        report.table(table);
        report.text(verdict(model));
        return model;
    }

    private Model numpy() {
        report.title("Note 002: 2-5-1, ½ squared error, SGD, the note's start weights, all four at once");
        report.text(
                "The note sums over the batch with learning rate 0.2; here the loss is the mean, so the rate is 0.8.");
        NumpyXorModel model = NumpyXorModel.create(0);
        TextTable table = TextTable.of("epoch", "loss", "o(0,0)", "o(0,1)", "o(1,0)", "o(1,1)");
        trainer(model, 0.8, 4, NUMPY_EPOCHS)
                .callback(rows(table))
                .callback(page(Which.NUMPY))
                .fit(SAMPLES);
        table.row("note", "", "0.02391914", "0.9757925", "0.97343127", "0.03041428");
        report.table(table);
        report.text(verdict(model));
        return model;
    }

    private Model keras() {
        report.title("Note 002: 2-2-1, mean squared error, SGD, learning rate 0.1, one at a time");
        TextTable table = TextTable.of("seed", "<after 1,000 epochs", "<after 10,000 epochs", "<");
        int learntEarly = 0;
        int learnt = 0;
        Model shown = null;
        try (Progress progress = Progress.of("starts", starts)) {
            for (int start = 0; start < starts; start++) {
                KerasXorModel model = KerasXorModel.create(seed + start);
                float[][] early = new float[1][];
                trainer(model, 0.1, 1, KERAS_EPOCHS)
                        .seed(seed + start)
                        .callback(new Callback() {
                            @Override
                            public void onEpochEnd(Training training, EpochResult result) {
                                if (result.epoch() == KERAS_FIRST_LOOK) {
                                    early[0] = outputs(model);
                                }
                            }
                        })
                        .callback(start == 0 ? page(Which.KERAS) : new Callback() {})
                        .fit(SAMPLES);
                learntEarly += isLearnt(early[0]) ? 1 : 0;
                learnt += isLearnt(outputs(model)) ? 1 : 0;
                if (shown == null || !isLearnt(outputs(shown))) {
                    shown = model;
                }
                if (start < 10) {
                    table.row(
                            seed + start,
                            list(early[0]),
                            list(outputs(model)),
                            isLearnt(outputs(model)) ? "learnt" : "stuck");
                }
                progress.step();
            }
        }
        table.row("note", "0.196  0.643  0.682  0.536", "0.027  0.970  0.970  0.037", "learnt");
        report.table(table);
        report.line(
                "Learnt from %d of %d starts after 1,000 epochs, from %d after 10,000 (every output within 0.1).",
                learntEarly, starts, learnt);
        if (shown == null) {
            throw new IllegalStateException("there is at least one start");
        }
        return shown;
    }

    /** The page about the training of a network, of Keras' the first one, if it's asked for. */
    private Callback page(Which network) {
        return pages.callback(
                network.toString(),
                of -> of.title("XOR: " + network).trainedOn(SAMPLES).evaluatedOn("all four samples", SAMPLES));
    }

    private Trainer trainer(Model model, double learningRate, int batchSize, int epochs) {
        return Trainer.of(model)
                .optimizer(Sgd.learningRate(learningRate))
                .batchSize(batchSize)
                .epochs(epochs)
                .shuffle(batchSize < Gate.ROWS)
                .seed(seed);
    }

    /** Some epochs of one step each, with the loss and outputs before the step's update. */
    private static Callback rows(TextTable table) {
        return new Callback() {
            @Override
            public void onEpochEnd(Training training, EpochResult result) {
                int epoch = result.epoch();
                if (epoch == 1
                        || epoch == 10
                        || epoch == 100
                        || epoch == 500
                        || (epoch % 1000 == 0 && epoch <= 5000)
                        || epoch == training.epochs()) {
                    float[] o = training.step().workspace().output();
                    table.row(
                            epoch,
                            number(result.loss(), 8),
                            number(o[0], 8),
                            number(o[1], 8),
                            number(o[2], 8),
                            number(o[3], 8));
                }
            }
        };
    }

    private static float[] outputs(Model model) {
        return model.predict(SAMPLES.inputs());
    }

    /** Whether every output is within 0.1 of its target. */
    private static boolean isLearnt(float[] outputs) {
        for (int row = 0; row < Gate.ROWS; row++) {
            if (Math.abs(outputs[row] - Gate.XOR.output(row)) > 0.1) {
                return false;
            }
        }
        return true;
    }

    private static String verdict(Model model) {
        return isLearnt(outputs(model))
                ? "Learnt: every output is within 0.1 of XOR."
                : "Not learnt from this start: try another --seed.";
    }

    private static String list(float[] outputs) {
        StringBuilder list = new StringBuilder();
        for (float output : outputs) {
            list.append(list.isEmpty() ? "" : "  ").append(number(output, 3));
        }
        return list.toString();
    }
}
