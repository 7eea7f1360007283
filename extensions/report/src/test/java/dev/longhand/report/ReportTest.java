package dev.longhand.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.longhand.Shape;
import dev.longhand.data.Dataset;
import dev.longhand.data.Targets;
import dev.longhand.io.ClassNames;
import dev.longhand.optimizer.Adam;
import dev.longhand.optimizer.Schedule;
import dev.longhand.optimizer.Sgd;
import dev.longhand.training.Callback;
import dev.longhand.training.EpochResult;
import dev.longhand.training.History;
import dev.longhand.training.Trainer;
import dev.longhand.training.Training;
import dev.longhand.training.TrainingDivergedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class ReportTest {

    @TempDir
    Path temporary;

    /** A folder of the page; with the property {@code report.keep} one to look at afterwards. */
    private Path folder(String name) {
        String kept = System.getProperty("report.keep");
        return (kept == null ? temporary : Path.of(kept)).resolve(name);
    }

    private static Trainer bars(Networks_BarsModel model) {
        return Trainer.of(model)
                .optimizer(Adam.learningRate(0.01))
                .schedule(Schedule.cosine())
                .batchSize(20)
                .epochs(6)
                .seed(3)
                .threads(1);
    }

    @Test
    void aPageShowsNetworkTrainingEvaluationWeightsSettingsAndSource() throws IOException {
        Path folder = folder("bars");
        Networks_BarsModel model = Networks_BarsModel.create(1);
        Report report = Report.callback(folder)
                .command("bars --epochs 6")
                .trainedOn(Samples.bars(300, 3))
                .evaluatedOn("test set", Samples.bars(200, 5))
                .classNames(ClassNames.of("lying", "standing", "leaning"));
        bars(model).validation(Samples.bars(99, 4)).callback(report).fit(Samples.bars(300, 3));

        PageCheck page = PageCheck.of(report.page());
        assertThat(page.texts("h2"))
                .containsExactly("Network", "Training", "Evaluation", "What it learnt", "Settings and data", "Source");
        assertThat(page.texts("h3"))
                .contains("Loss", "Accuracy", "Learning rate, last step", "Gradients by layer", "Activations by layer")
                .contains("The kernels of the first layer", "One sample through the network")
                .contains("ROC: true positive rate", "Calibration: accuracy");
        assertThat(page.text())
                .contains(
                        "Finished after 6 epochs.",
                        "bars --epochs 6",
                        "best: ",
                        model.parameters().sha256())
                .contains("300 samples, inputs 8×8×1, 3 classes", "lying", "standing", "leaning")
                .contains("Adam", "seed");
        assertThat(page.at("forward-edges").getTextContent()).contains("forwardEdges(");
        assertThat(page.at("backward-output").getTextContent()).contains("backwardOutput(");
        assertThat(page.all("a").stream().map(link -> link.getAttribute("href")))
                .contains("#forward-edges", "#backward-both", "#forward-output");
    }

    @Test
    void theFileForProgramsHasTheFigures() throws IOException {
        Path folder = folder("figures");
        Networks_BarsModel model = Networks_BarsModel.create(1);
        bars(model)
                .callback(Report.callback(folder).evaluatedOn("test set", Samples.bars(200, 5)))
                .fit(Samples.bars(300, 3));

        JsonObject run = JsonParser.parseString(Files.readString(folder.resolve("run.json")))
                .getAsJsonObject();
        assertThat(run.get("network").getAsString()).isEqualTo("Bars");
        assertThat(run.get("state").getAsString()).isEqualTo("FINISHED");
        assertThat(run.get("sha256").getAsString()).isEqualTo(model.parameters().sha256());
        assertThat(run.getAsJsonArray("epochs")).hasSize(6);
        JsonObject last = run.getAsJsonArray("epochs").get(5).getAsJsonObject();
        assertThat(last.get("loss").getAsDouble()).isPositive();
        assertThat(last.get("validationLoss").isJsonNull()).isTrue();
        JsonObject settings = run.getAsJsonObject("settings");
        assertThat(settings.get("batchSize").getAsString()).isEqualTo("20");
        assertThat(settings.get("threads").getAsString()).isEqualTo("1");
        JsonObject result = run.getAsJsonArray("results").get(0).getAsJsonObject();
        assertThat(result.get("data").getAsString()).isEqualTo("test set");
        assertThat(result.getAsJsonObject("figures").get("accuracy").getAsDouble())
                .isBetween(0.3, 1.0);
    }

    @Test
    void theSameRunGivesTheSameBytesButForDurations() throws IOException {
        String[] pages = new String[2];
        for (int i = 0; i < 2; i++) {
            Path folder = folder("same" + i);
            bars(Networks_BarsModel.create(1))
                    .callback(Report.callback(folder).evaluatedOn("test set", Samples.bars(200, 5)))
                    .fit(Samples.bars(300, 3));
            pages[i] = Files.readString(folder.resolve("index.html"))
                    .replaceAll("(class=\"number time\">)[0-9.]+", "$1")
                    .replaceAll("(<dt>Training time</dt><dd>)[^<]*", "$1");
        }
        assertThat(pages[0]).isEqualTo(pages[1]);
    }

    @Test
    void thePageWrittenTwiceIsTheSame() throws IOException {
        Networks_SidesModel model = Networks_SidesModel.create(1);
        Report report = Report.callback(folder("twice")).evaluatedOn("test set", Samples.sides(50));
        report.write(model);
        byte[] first = Files.readAllBytes(report.page());
        report.write(model);
        assertThat(Files.readAllBytes(report.page())).isEqualTo(first);
    }

    @Test
    void theReportLeavesTheTrainingAsItIs() {
        Networks_BarsModel with = Networks_BarsModel.create(1);
        Networks_BarsModel without = Networks_BarsModel.create(1);
        bars(with)
                .callback(Report.callback(folder("bits")).evaluatedOn("test set", Samples.bars(50, 5)))
                .fit(Samples.bars(100, 3));
        bars(without).fit(Samples.bars(100, 3));
        assertThat(with.parameters().sha256()).isEqualTo(without.parameters().sha256());
    }

    @Test
    void namesAreTextAndNoMarkup() throws IOException {
        String evil = "<script>alert(\"x\")</script> & 'more' \u202e\u0000\ud800 \uffff";
        Path folder = folder("names");
        Networks_BarsModel model = Networks_BarsModel.create(1);
        bars(model)
                .callback(Report.callback(folder)
                        .title(evil)
                        .command("run " + evil)
                        .evaluatedOn(evil, Samples.bars(60, 5))
                        .classNames(ClassNames.of(evil, "b\"", "c'")))
                .fit(Samples.bars(60, 3));
        PageCheck page = PageCheck.of(folder.resolve("index.html"));
        assertThat(page.texts("h1").get(0))
                .startsWith("<script>alert(\"x\")</script> & 'more' ")
                .contains("\\u202e", "\\u0000")
                .doesNotContain("\u202e");
        assertThat(page.all("script")).isEmpty();
    }

    @Test
    void aTrainingThatDivergesLeavesAPage() throws IOException {
        Path folder = folder("diverged");
        Networks_PlaneModel model = Networks_PlaneModel.create(1);
        assertThatThrownBy(() -> Trainer.of(model)
                        .optimizer(Sgd.learningRate(1e6))
                        .epochs(40)
                        .callback(Report.callback(folder).evaluatedOn("test set", Samples.plane(20)))
                        .fit(Samples.plane(200)))
                .isInstanceOf(TrainingDivergedException.class);
        assertThat(PageCheck.of(folder.resolve("index.html")).text()).contains("The training diverged in epoch ");
    }

    @Test
    void aPageThatCantBeWrittenChangesNothingForTheTraining() throws IOException {
        Path folder = folder("blocked");
        Files.createDirectories(folder.resolve("index.html").resolve("inside"));
        History history = Trainer.of(Networks_PlaneModel.create(1))
                .epochs(2)
                .callback(Report.callback(folder))
                .fit(Samples.plane(50));
        assertThat(history.epochs()).hasSize(2);
        assertThatThrownBy(() -> Trainer.of(Networks_PlaneModel.create(1))
                        .optimizer(Sgd.learningRate(1e6))
                        .epochs(40)
                        .callback(Report.callback(folder))
                        .fit(Samples.plane(200)))
                .isInstanceOf(TrainingDivergedException.class);
    }

    @Test
    void aTrainingThatIsInterruptedLeavesAPage() throws IOException {
        Path folder = folder("interrupted");
        Trainer.of(Networks_PlaneModel.create(1))
                .epochs(40)
                .callback(new Callback() {
                    @Override
                    public void onEpochEnd(Training training, EpochResult result) {
                        if (result.epoch() == 3) {
                            Thread.currentThread().interrupt();
                        }
                    }
                })
                .callback(Report.callback(folder))
                .fit(Samples.plane(200));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(PageCheck.of(folder.resolve("index.html")).text()).contains("Stopped in epoch 3 of 40: ");
    }

    @Test
    void aTrainingThatAnExceptionEndsLeavesThePageOfItsFirstEpoch() throws IOException {
        Path folder = folder("failed");
        Trainer trainer = Trainer.of(Networks_PlaneModel.create(1))
                .epochs(5)
                .callback(Report.callback(folder))
                .callback(new Callback() {
                    @Override
                    public void onEpochEnd(Training training, EpochResult result) {
                        throw new IllegalStateException("enough");
                    }
                });
        assertThatThrownBy(() -> trainer.fit(Samples.plane(50))).hasMessage("enough");
        assertThat(PageCheck.of(folder.resolve("index.html")).text())
                .contains("This page was written after epoch 1 of 5; the training hadn't ended.");
    }

    @Test
    void aRegressionShowsPredictionsAndErrors() throws IOException {
        Path folder = folder("plane");
        Trainer.of(Networks_PlaneModel.create(1))
                .optimizer(Adam.learningRate(0.01))
                .epochs(10)
                .callback(Report.callback(folder).evaluatedOn("test set", Samples.plane(200)))
                .fit(Samples.plane(300));
        PageCheck page = PageCheck.of(folder.resolve("index.html"));
        assertThat(page.texts("h4")).containsExactly("Predictions and targets");
        assertThat(page.text()).contains("R²", "root mean squared error", "The largest errors");
        assertThat(page.texts("h3")).doesNotContain("Accuracy");
    }

    @Test
    void twoClassesShowMistakesInNumbers() throws IOException {
        Path folder = folder("sides");
        Networks_SidesModel model = Networks_SidesModel.create(1);
        Report.callback(folder).evaluatedOn("test set", Samples.sides(100)).write(model);
        PageCheck page = PageCheck.of(folder.resolve("index.html"));
        assertThat(page.texts("h2")).contains("What it learnt").doesNotContain("Training");
        assertThat(page.text())
                .contains("No training: the parameters are as they were given.", "mistakes", "input 0", "input 1");
    }

    @Test
    void aClassForEachStepIsCountedInTheConfusionMatrix() throws IOException {
        Path folder = folder("steps");
        Random random = new Random(1);
        float[] x = new float[40 * 10];
        float[] t = new float[40 * 15];
        for (int row = 0; row < 200; row++) {
            int c = random.nextInt(3);
            x[2 * row] = c - 1;
            x[2 * row + 1] = random.nextFloat();
            t[3 * row + c] = 1;
        }
        Dataset data = Dataset.of(x, Shape.of(5, 2), t, 15);
        Trainer.of(Networks_StepsModel.create(1))
                .epochs(3)
                .callback(Report.callback(folder).trainedOn(data).evaluatedOn("training set, again", data))
                .fit(data);
        PageCheck page = PageCheck.of(folder.resolve("index.html"));
        assertThat(page.texts("h4")).containsExactly("Confusion matrix");
    }

    @Test
    void severalOutputsHaveCurvesAndMetricsEach() throws IOException {
        Path folder = folder("twins");
        float[][] points = Samples.points(120, new Random(3));
        float[] x = new float[240];
        int[] sides = new int[120];
        float[] heights = new float[120];
        for (int s = 0; s < 120; s++) {
            x[2 * s] = points[s][0];
            x[2 * s + 1] = points[s][1];
            sides[s] = points[s][0] > 0 ? 1 : 0;
            heights[s] = points[s][1];
        }
        Dataset data = Dataset.of(x, Shape.of(2), Targets.classes(sides, 2).and(Targets.numbers(heights)));
        Trainer.of(Networks_TwinsModel.create(1))
                .epochs(4)
                .validation(data)
                .callback(Report.callback(folder).trainedOn(data).evaluatedOn("test set", data))
                .fit(data);
        PageCheck page = PageCheck.of(folder.resolve("index.html"));
        assertThat(page.texts("h3")).contains("Loss of each output", "Accuracy of each output");
        assertThat(page.texts("h4")).containsExactly("Confusion matrix of side");
        assertThat(page.texts("dt")).contains("side accuracy", "height R²");
    }

    @Test
    void missingSourceIsSaid() throws IOException {
        Path folder = folder("missing");
        Report.callback(folder).source("", "").write(Networks_SidesModel.create(1));
        PageCheck page = PageCheck.of(folder.resolve("index.html"));
        assertThat(page.at("source").getTextContent()).contains("Sides.java wasn't found");
        assertThat(page.all("a").stream().map(link -> link.getAttribute("href")))
                .doesNotContain("#forward-hidden");
    }

    @Test
    void sourceInAFolderIsFoundFirst() throws IOException {
        Path sources = Files.createDirectories(temporary.resolve("mine/dev/longhand/report"));
        Files.writeString(sources.resolve("Networks_SidesModel.java"), "class Mine {}\n");
        Path folder = folder("sources");
        Report.callback(folder).sources(temporary.resolve("mine")).write(Networks_SidesModel.create(1));
        Element source = PageCheck.of(folder.resolve("index.html")).at("source");
        assertThat(source.getTextContent()).contains("class Mine {}");
    }

    @Test
    void aFolderThatCantBeMadeIsSaidBeforeTheTraining() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));
        Networks_PlaneModel model = Networks_PlaneModel.create(1);
        String before = model.parameters().sha256();
        assertThatThrownBy(() -> Trainer.of(model)
                        .callback(Report.callback(file.resolve("report")))
                        .fit(Samples.plane(50)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("The report can't be written: there is no folder " + file.resolve("report"));
        assertThat(model.parameters().sha256()).isEqualTo(before);
    }

    @Test
    void twoNumbersHaveAFilmOfTheDecisionBoundary() throws IOException {
        Path folder = folder("film");
        Trainer.of(Networks_SidesModel.create(1))
                .optimizer(Adam.learningRate(0.02))
                .epochs(40)
                .callback(Report.callback(folder).trainedOn(Samples.sides(100)))
                .fit(Samples.sides(100));
        PageCheck page = PageCheck.of(folder.resolve("index.html"));
        assertThat(page.texts("h3")).contains("Decision boundary");
        assertThat(page.all("img").get(0).getAttribute("src")).startsWith("data:image/gif;base64,");
        assertThat(page.texts("figcaption")).contains("The training, played once", "After epoch 1", "After epoch 40");
    }

    @Test
    void dataOfAnotherNetworkIsRefusedBeforeTheTraining() {
        Networks_PlaneModel model = Networks_PlaneModel.create(1);
        String before = model.parameters().sha256();
        Trainer trainer = Trainer.of(model);
        for (Report report : new Report[] {
            Report.callback(folder("refused")).evaluatedOn("test set", Samples.bars(9, 1)),
            Report.callback(folder("refused")).trainedOn(Samples.bars(9, 1)),
            Report.callback(folder("refused")).images(28, 28, 1)
        }) {
            assertThatThrownBy(() -> trainer.callback(report).fit(Samples.plane(20)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Plane");
        }
        assertThat(model.parameters().sha256()).isEqualTo(before);
    }

    @Test
    void anEvaluationThatFailsIsAWarningOnThePage() throws IOException {
        Path folder = folder("unevaluated");
        Networks_SidesModel model = Networks_SidesModel.create(1);
        float[] numbers = model.parameters().copy();
        numbers[0] = Float.NaN;
        model.parameters().set(numbers);
        Report.callback(folder).evaluatedOn("test set", Samples.sides(10)).write(model);
        assertThat(PageCheck.of(folder.resolve("index.html")).text())
                .contains("Warning: the test set can't be evaluated: ");
    }

    @Test
    void numbersAreTheSameInEveryLocale() throws IOException {
        Networks_SidesModel model = Networks_SidesModel.create(1);
        Report report = Report.callback(folder("locale")).evaluatedOn("test set", Samples.sides(1200));
        report.write(model);
        String page = Files.readString(report.page());
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            report.write(model);
        } finally {
            Locale.setDefault(before);
        }
        assertThat(Files.readString(report.page())).isEqualTo(page);
    }

    @Test
    void aHugeNetworkHasAPageOfLimitedSize() throws IOException {
        Path folder = folder("huge");
        HugeModel model = new HugeModel(1200);
        String source = "class Huge { int a = 1; /* b */ String c = \"d\"; }\n".repeat(40_000);
        Report.callback(folder).source(source, source).write(model);
        PageCheck page = PageCheck.of(folder.resolve("index.html"));
        assertThat(page.text())
                .contains("The diagram shows the first 300 of 1,200 layers; the table lists them.")
                .contains("The table shows the first 1,000 of 1,200 layers.")
                .contains("The listing ends here; ");
    }
}
