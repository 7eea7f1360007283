package dev.longhand.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhand.Shape;
import dev.longhand.augment.Augmentation;
import dev.longhand.data.Dataset;
import dev.longhand.data.Sample;
import dev.longhand.data.SampleSource;
import dev.longhand.io.InvalidFileException;
import dev.longhand.io.TensorFile;
import dev.longhand.model.Model;
import dev.longhand.optimizer.Adam;
import dev.longhand.optimizer.NAdam;
import dev.longhand.optimizer.Schedule;
import dev.longhand.optimizer.Sgd;
import dev.longhand.testing.Normalized;
import dev.longhand.testing.Samples;
import dev.longhand.testing.TwoLayers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("kernels")
class CheckpointTest {

    private static final Dataset CLOUDS = Samples.clouds(60, 4, 3, 1);
    private static final Dataset VALIDATION = Samples.clouds(30, 4, 3, 2);

    @TempDir
    private Path folder;

    static Model model() {
        return new Normalized(4, 6, 3, 0.3f, 1);
    }

    /** A training with everything that a checkpoint must hold: 5 batches and 3 steps an epoch. */
    static Trainer everything(Model model) {
        return Trainer.of(model)
                .optimizer(NAdam.learningRate(0.02))
                .schedule(Schedule.cosine().warmUp(4))
                .batchSize(12)
                .accumulate(2)
                .clipNorm(0.5)
                .movingAverage(0.9)
                .l2("output", 1e-3)
                .epochs(4)
                .seed(3)
                .augment(Augmentation.noise(0.1).then(Augmentation.mixup(0.4)), Shape.of(2, 2))
                .validation(VALIDATION)
                .callback(ReduceOnPlateau.by(0.5).patience(1).minDelta(1))
                .callback(EarlyStopping.patience(3).minDelta(0.01));
    }

    /** The epochs of a history without their durations. */
    static List<String> results(History history) {
        return history.epochs().stream()
                .map(epoch -> epoch.toString().replaceAll(", seconds=.*", ""))
                .toList();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private List<String> names() throws IOException {
        return files().stream().map(file -> file.getFileName().toString()).toList();
    }

    @Test
    void everyCheckpointResumesToTheBitsOfTheTrainingThatWasNeverStopped(@TempDir Path other) throws IOException {
        Model whole = model();
        History expected = everything(whole)
                .checkpoints(Checkpoints.in(folder).everySteps(1).everyEpochs(1).keep(1000))
                .fit(CLOUDS);
        assertThat(expected.epochs()).hasSize(4);
        assertThat(names()).hasSize(12).contains("epoch-000001-batch-00000002.safetensors");
        Model without = model();
        everything(without).fit(CLOUDS);
        assertThat(without.parameters().sha256()).isEqualTo(whole.parameters().sha256());
        for (Path file : files()) {
            Path alone = Files.createDirectory(other.resolve(file.getFileName() + ".d"));
            Files.copy(file, alone.resolve(file.getFileName()));
            Model resumed = new Normalized(4, 6, 3, 0.3f, 77);
            History history = everything(resumed).resume(alone).fit(CLOUDS);
            assertThat(resumed.parameters().sha256())
                    .as(file.getFileName().toString())
                    .isEqualTo(whole.parameters().sha256());
            assertThat(results(history)).isEqualTo(results(expected));
        }
    }

    @Test
    void anInterruptionAfterAnyBatchIsResumedToTheBit(@TempDir Path folders) {
        Model whole = model();
        History expected = everything(whole).fit(CLOUDS);
        for (int interrupted = 1; interrupted <= 20; interrupted++) {
            Path own = folders.resolve("after" + interrupted);
            int[] batches = {interrupted};
            Callback interruption = new Callback() {
                @Override
                public void onBatchEnd(Training training) {
                    if (--batches[0] == 0) {
                        Thread.currentThread().interrupt();
                    }
                }
            };
            History first = everything(model())
                    .callback(interruption)
                    .checkpoints(Checkpoints.in(own))
                    .fit(CLOUDS);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(first.stopReason()).contains("the thread was interrupted");
            Model resumed = model();
            History history = everything(resumed)
                    .checkpoints(Checkpoints.in(own))
                    .resume(own)
                    .fit(CLOUDS);
            assertThat(resumed.parameters().sha256())
                    .as("after batch " + interrupted)
                    .isEqualTo(whole.parameters().sha256());
            assertThat(results(history)).isEqualTo(results(expected));
            assertThat(history.stopReason()).isEqualTo(expected.stopReason());
        }
    }

    /** Samples that come one after the other, shuffled in a window, and read ahead. */
    @Test
    void aTrainingOnASourceIsResumedInTheMiddleOfAnEpoch(@TempDir Path other) throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < CLOUDS.size(); i++) {
            samples.add(new Sample(CLOUDS.input(i), CLOUDS.target(i)));
        }
        SampleSource source = SampleSource.ofLabels(samples, CLOUDS.inputShape(), 3);
        Model whole = model();
        everything(whole)
                .shuffleWindow(25)
                .checkpoints(Checkpoints.in(folder).everySteps(1).keep(1000))
                .fit(source);
        for (Path file : files()) {
            Path alone = Files.createDirectory(other.resolve(file.getFileName() + ".d"));
            Files.copy(file, alone.resolve(file.getFileName()));
            Model resumed = new Normalized(4, 6, 3, 0.3f, 77);
            everything(resumed).shuffleWindow(25).resume(alone).fit(source);
            assertThat(resumed.parameters().sha256())
                    .as(file.getFileName().toString())
                    .isEqualTo(whole.parameters().sha256());
        }
    }

    @Test
    void aFinishedTrainingIsResumedAtItsEnd() {
        Model whole = model();
        Trainer trainer = everything(whole).callback(StopWhen.epochMeets("it's 2", epoch -> epoch.epoch() == 2));
        History expected = trainer.checkpoints(Checkpoints.in(folder)).fit(CLOUDS);
        Model resumed = model();
        History history = everything(resumed)
                .callback(StopWhen.epochMeets("it's 2", epoch -> epoch.epoch() == 2))
                .resume(folder)
                .fit(CLOUDS);
        assertThat(history.stopReason()).contains("it's 2");
        assertThat(results(history)).isEqualTo(results(expected));
        assertThat(resumed.parameters().sha256()).isEqualTo(whole.parameters().sha256());
    }

    @Test
    void withoutCheckpointsAResumedTrainingBeginsAtTheFirstEpoch() throws IOException {
        Path missing = folder.resolve("not").resolve("there");
        Model model = model();
        Trainer.of(model).checkpoints(Checkpoints.in(missing)).resume(missing).fit(CLOUDS);
        Model plain = model();
        Trainer.of(plain).fit(CLOUDS);
        assertThat(model.parameters().sha256()).isEqualTo(plain.parameters().sha256());
        assertThat(missing).isDirectoryContaining("glob:**epoch-000001-batch-00000002.safetensors");
    }

    @Test
    void theLastOnesAreKept() throws IOException {
        Trainer.of(model())
                .epochs(7)
                .checkpoints(Checkpoints.in(folder).everyEpochs(2).keep(2))
                .fit(CLOUDS);
        assertThat(names())
                .containsExactly("epoch-000006-batch-00000002.safetensors", "epoch-000007-batch-00000002.safetensors");
    }

    @Test
    void minutesCountFromTheLastCheckpoint() throws IOException {
        Trainer.of(model())
                .epochs(3)
                .checkpoints(Checkpoints.in(folder).everyMinutes(1e-9).keep(100))
                .fit(CLOUDS);
        assertThat(names()).hasSize(6);
    }

    @Test
    void aDamagedCheckpointIsReplacedByTheOneBeforeAndSaidSo() throws IOException {
        Model whole = model();
        everything(whole).checkpoints(Checkpoints.in(folder)).fit(CLOUDS);
        Path newest = files().get(2);
        byte[] good = Files.readAllBytes(newest);
        Random random = new Random(1);
        for (int i = 0; i < 40; i++) {
            byte[] bad = good.clone();
            if (i < 30) {
                bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
            } else {
                bad = Arrays.copyOf(bad, random.nextInt(bad.length));
            }
            Files.write(newest, bad);
            List<String> warnings = new ArrayList<>();
            Model resumed = model();
            History history = everything(resumed)
                    .callback(PrintEpochs.to(warnings::add))
                    .resume(folder)
                    .fit(CLOUDS);
            assertThat(resumed.parameters().sha256())
                    .isEqualTo(whole.parameters().sha256());
            assertThat(history.warnings()).hasSize(1);
            assertThat(history.warnings().get(0))
                    .startsWith("the checkpoint " + newest + ": it")
                    .endsWith("; the training was resumed from epoch-000003-batch-00000005.safetensors");
            assertThat(warnings.get(0))
                    .isEqualTo("warning: " + history.warnings().get(0));
        }
    }

    @Test
    void aFolderWhoseCheckpointsAreAllDamagedIsRefusedAndChangesNothing() throws IOException {
        everything(model()).checkpoints(Checkpoints.in(folder)).fit(CLOUDS);
        for (Path file : files()) {
            Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 1000));
        }
        Model resumed = model();
        assertThatThrownBy(() -> everything(resumed).resume(folder).fit(CLOUDS))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseInstanceOf(InvalidFileException.class)
                .hasMessageContaining("epoch-000004-batch-00000005.safetensors: it's damaged: its checksum should be");
        assertThat(resumed.parameters().sha256()).isEqualTo(model().parameters().sha256());
    }

    @Test
    void contentThatCannotBeIsRefusedAlsoWithARightChecksum() throws IOException {
        everything(model()).checkpoints(Checkpoints.in(folder)).fit(CLOUDS);
        Path newest = files().get(2);
        TensorFile good = TensorFile.read(newest, 1 << 20);
        for (Consumer<Parts> change : List.<Consumer<Parts>>of(
                parts -> parts.texts.put("format", "other"),
                parts -> parts.texts.put("epoch", "7"),
                parts -> parts.texts.put("epoch", "-1"),
                parts -> {
                    parts.texts.put("epochsBefore", "2147483647");
                    parts.texts.put("isInEpoch", "true");
                    parts.texts.put("epoch", "-2147483648");
                    parts.numbers.put("history", new double[0]);
                },
                parts -> parts.texts.put("batch", "many"),
                parts -> parts.texts.remove("rateScale"),
                parts -> parts.texts.put("steps", "-5"),
                parts -> parts.arrays.put("optimizer.m", new float[3]),
                parts -> parts.arrays.put("average", new float[3]),
                parts -> parts.texts.put("callback.1.bestValue", "low"),
                parts -> Arrays.fill(parts.arrays.get("parameters"), -1),
                parts -> parts.arrays.put("unknown", new float[3]),
                parts -> parts.arrays.put("epochBegin", new float[3]),
                parts -> parts.numbers.put("history", new double[6]),
                parts -> parts.numbers.put("totals", new double[6]))) {
            Parts parts = new Parts(
                    new LinkedHashMap<>(good.texts()),
                    new LinkedHashMap<>(good.arrays()),
                    new LinkedHashMap<>(good.numbers()));
            change.accept(parts);
            new TensorFile(parts.texts, parts.arrays, parts.numbers).write(newest);
            History history = everything(model()).resume(folder).fit(CLOUDS);
            assertThat(history.warnings()).hasSize(1);
            assertThat(history.warnings().get(0)).contains("resumed from epoch-000003");
        }
    }

    /** What a checkpoint consists of, to be changed. */
    private record Parts(Map<String, String> texts, Map<String, float[]> arrays, Map<String, double[]> numbers) {}

    @Test
    void aCheckpointOfAnotherNetworkIsRefused() {
        Trainer.of(model()).checkpoints(Checkpoints.in(folder)).fit(CLOUDS);
        assertThatThrownBy(() ->
                        Trainer.of(TwoLayers.classes(4, 6, 3, 1)).resume(folder).fit(CLOUDS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("is a checkpoint of Normalized with 69 numbers, not one of Example with 51");
    }

    @Test
    void otherSettingsAreRefusedAndNamed() {
        everything(model()).checkpoints(Checkpoints.in(folder)).fit(CLOUDS);
        assertThatThrownBy(() -> everything(model())
                        .batchSize(20)
                        .augment(Augmentation.noise(0.2), Shape.of(2, 2))
                        .schedule(Schedule.linear())
                        .callback(BestParameters.restore())
                        .threads(2)
                        .resume(folder)
                        .fit(CLOUDS.take(50)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "had other settings: augment was [Noise[stddev=0.1], Mixup[alpha=0.4]] of 2×2, now it's"
                                + " Noise[stddev=0.2] of 2×2; batchSize was 12, now it's 20; callbacks was ")
                .hasMessageContaining("data was 60 samples, inputs 4, 3 classes, now it's 50 samples, inputs 4, 3"
                        + " classes; schedule was cosine().warmUp(4), now it's linear(). Use the same ones, or"
                        + " resumeChanged(…) to go on with the changed ones");
    }

    @Test
    void changedSettingsAreAccepted() {
        Trainer.of(model()).epochs(2).checkpoints(Checkpoints.in(folder)).fit(CLOUDS);
        Model longer = model();
        Trainer.of(longer).epochs(5).resumeChanged(folder).fit(CLOUDS);
        Model whole = model();
        Trainer.of(whole).epochs(5).fit(CLOUDS);
        assertThat(longer.parameters().sha256()).isEqualTo(whole.parameters().sha256());
        History history = Trainer.of(model())
                .epochs(4)
                .batchSize(7)
                .optimizer(Sgd.learningRate(0.1))
                .callback(EarlyStopping.patience(9).monitor(Monitor.LOSS))
                .resumeChanged(folder)
                .fit(CLOUDS);
        assertThat(history.epochs()).hasSize(4);
    }

    @Test
    void aNewTrainingDoesNotMixItsCheckpointsWithOthers() {
        Trainer trainer = Trainer.of(model()).checkpoints(Checkpoints.in(folder));
        trainer.fit(CLOUDS);
        trainer.fit(CLOUDS);
        assertThatThrownBy(() -> trainer.startOver().fit(CLOUDS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the folder " + folder + " holds checkpoints of an earlier training, such as"
                                + " epoch-000002-batch-00000002-from-000002.safetensors: go on with it by resume(…), or use another folder");
    }

    @Test
    void theBestEpochIsKeptWhenALaterOneDiverges() {
        Model model = model();
        List<float[]> epochs = new ArrayList<>();
        Callback spoiled = new Callback() {
            @Override
            public void onBatchEnd(Training training) {
                float[] p = training.model().parameters().values();
                if (training.epoch() == 4) {
                    p[0] = Float.NaN;
                } else if (training.epoch() == 3) {
                    for (int i = 0; i < p.length; i++) {
                        p[i] *= -3;
                    }
                }
            }

            @Override
            public void onEpochEnd(Training training, EpochResult result) {
                epochs.add(training.model().parameters().copy());
            }
        };
        assertThatThrownBy(() -> Trainer.of(model)
                        .optimizer(Adam.learningRate(0.01))
                        .epochs(9)
                        .validation(VALIDATION)
                        .callback(spoiled)
                        .callback(EarlyStopping.patience(5))
                        .fit(CLOUDS))
                .isInstanceOf(TrainingDivergedException.class)
                .hasMessageContaining("its parameters are back at those from the end of epoch 2, the best one.");
        assertThat(model.parameters().copy()).containsExactly(epochs.get(1));
    }

    @Test
    void impossibleSettingsAreRefused() {
        Checkpoints checkpoints = Checkpoints.in(folder);
        assertThatThrownBy(() -> checkpoints.keep(0)).hasMessage("keep(0) would keep no checkpoint: use at least 1");
        assertThatThrownBy(() -> checkpoints.everyEpochs(0))
                .hasMessage("a checkpoint every 0 epochs is impossible: use a number above 0");
        assertThatThrownBy(() -> checkpoints.everyMinutes(Double.NaN)).hasMessageContaining("every NaN minutes");
        assertThatThrownBy(() -> ReduceOnPlateau.by(1)).hasMessage("factor 1.0 must be above 0 and below 1: try 0.1");
    }
}
