package dev.longhand.examples.mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.longhand.examples.Longhand;
import dev.longhand.examples.Run;
import dev.longhand.kernel.Kernels;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MnistTest {

    /** SHA-256 of the parameters of note 004's network after training from seed 1, the same on every machine. */
    private static final String SHA_256 = "d78e7edcfd5b22d83a1f99849fe2ed2229dd40d75555069a9342bfc53e6b82c4";

    @TempDir
    private static Path folder;

    /** The digits in {@link #few}. */
    private static final int FEW = 5_000;

    private static Path weights;
    private static Path picture;
    private static Path few;
    private static Run run;

    @BeforeAll
    static void runOnce() throws IOException {
        few = Files.createDirectory(folder.resolve("few"));
        writeFirst("train-images-idx3-ubyte", 16, 784);
        writeFirst("train-labels-idx1-ubyte", 8, 1);
        weights = folder.resolve("weights.safetensors");
        picture = folder.resolve("mistakes.png");
        run = Run.well("mnist", "--save", weights.toString(), "--picture", picture.toString());
    }

    /** Writes a file with the first of the embedded digits. */
    private static void writeFirst(String name, int header, int bytesEach) throws IOException {
        try (InputStream embedded = new GZIPInputStream(MnistFiles.class.getResourceAsStream(name + ".gz"))) {
            byte[] file = embedded.readNBytes(header + FEW * bytesEach);
            ByteBuffer.wrap(file).putInt(4, FEW);
            Files.write(few.resolve(name), file);
        }
    }

    private static double accuracy(Run run, String section) {
        return Run.numbers(run.line(section, "Test accuracy"))[0];
    }

    @Test
    void loadedWeightsHaveAReport() {
        Path report = folder.resolve("report");
        Run.well("mnist", "--load", weights.toString(), "--report", report.toString());
        assertThat(report.resolve("index.html"))
                .content()
                .contains("Handwritten digits: notes", "No training: the parameters are as they were given.")
                .contains("Sample ", "What units of the first layer look for", "id=\"forward-hidden1\"", SHA_256)
                .hasSizeLessThan(1_000_000);
    }

    @Test
    void aRunPrintsDataNetworkEpochsAndEvaluation() {
        assertThat(run.out())
                .contains(
                        "60000 samples",
                        "10000 samples",
                        "Kernels: " + Kernels.description(),
                        "Total parameters: 89,610")
                .containsPattern("3/3 +0\\.\\d{5} +0\\.\\d{4} +[\\d,]+ +\\d+\\.\\d\\d\\R")
                .containsPattern("Test accuracy 0\\.9\\d{3}, loss 0\\.\\d{5} \\(note 004: 0\\.9625\\)")
                .contains("precision  recall")
                .containsPattern("Most confused: \\d as \\d \\(\\d+\\), ");
    }

    /** Ctrl-C sends another signal, which Java treats alike. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aTrainingThatIsStoppedGoesOnFromItsCheckpointToTheSameBits(@TempDir Path checkpoints)
            throws IOException, InterruptedException {
        List<String> command =
                List.of("mnist", "--epochs", "30", "--data", few.toString(), "--hold-out", "1000");
        Run whole = Run.well(command.toArray(String[]::new));
        List<String> resumable = new ArrayList<>(command);
        resumable.addAll(List.of("--checkpoints", checkpoints.toString()));
        List<String> java = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Longhand.class.getName()));
        java.addAll(resumable);
        Process process = new ProcessBuilder(java)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            while (line != null && !line.strip().startsWith("2/30")) {
                line = lines.readLine();
            }
            assertThat(line).isNotNull();
            process.toHandle().destroy();
            lines.lines().forEach(rest -> {});
            assertThat(process.waitFor()).isNotZero();
        }
        assertThat(checkpoints).isDirectoryContaining("glob:**/epoch-*.safetensors");
        Run resumed = Run.well(resumable.toArray(String[]::new));
        assertThat(resumed.line("Held out", "SHA-256")).isEqualTo(whole.line("Held out", "SHA-256"));
        assertThat(resumed.out()).contains("30/30 ").doesNotContain(" 1/30 ");
    }

    @Test
    void theNotesNetworkPassesFromEachOfThreeSeedsAndTheSameSeedGivesTheSameParameters() {
        List<String> rows = Run.well("mnist", "--runs", "3").section("3 runs").stream()
                .filter(line -> line.strip().matches("[123] .*"))
                .toList();
        assertThat(rows).hasSize(3).allSatisfy(row -> assertThat(Run.numbers(row)[4])
                .isGreaterThanOrEqualTo(0.955));
        assertThat(rows.get(0)).endsWith(SHA_256.substring(0, 12) + "…");
    }

    @Test
    @Tag("kernels")
    void theParametersAreTheSameOnEveryMachine() {
        assertThat(run.line("Test set", "SHA-256").replaceAll(".*: ", "")).isEqualTo(SHA_256);
    }

    @Test
    void anLstmReadsDigitsRowByRow() {
        Run rows = Run.well("mnist", "--network", "rows", "--epochs", "1");
        assertThat(rows.out()).contains("reader (Lstm)", "Total parameters: 48,970");
        assertThat(accuracy(rows, "Test set")).isGreaterThan(0.95);
    }

    @Test
    void theKerasNetworkIsAsGoodAsInTheNote() {
        Run keras = Run.well("mnist", "--network", "keras");
        assertThat(keras.out()).contains("Total parameters: 407,050");
        assertThat(accuracy(keras, "Test set")).isEqualTo(0.863, within(0.01));
        assertThat(Run.numbers(keras.line("Test set", "Test accuracy"))[1]).isEqualTo(0.03148, within(0.001));
        assertThat(Run.numbers(keras.line("Training", "20/20"))[2]).isEqualTo(0.0328, within(0.001));
    }

    @Test
    void theSigmoidNetworkPassesTheNotes() {
        assertThat(accuracy(Run.well("mnist", "--network", "sigmoid", "--epochs", "3"), "Test set"))
                .isGreaterThan(0.9352);
    }

    @Test
    void theBestNetworkIsAccurateAfterOneEpoch() {
        Run best = Run.well("mnist", "--network", "best", "--epochs", "1", "--hold-out", "10000");
        assertThat(best.out()).contains("50000 samples").doesNotContain("Test set");
        assertThat(Run.numbers(best.line("Held out of the training set", "Held-out accuracy"))[0])
                .isGreaterThan(0.94);
    }

    @Test
    void theConvolutionalNetworkIsBetterThanTheDenseOneAfterOneEpoch() {
        Run cnn = Run.well("mnist", "--network", "cnn", "--epochs", "1", "--threads", "2");
        assertThat(cnn.out()).contains("Total parameters: 206,922");
        assertThat(accuracy(cnn, "Test set")).isGreaterThan(0.98);
    }

    @ParameterizedTest
    @ValueSource(strings = {"normalized", "residual"})
    void networksWithBatchNormLearnFromAFewDigits(String network) {
        Run run = Run.well(
                "mnist",
                "--network",
                network,
                "--data",
                few.toString(),
                "--hold-out",
                "1000",
                "--epochs",
                "1",
                "--batch-size",
                "20",
                "--threads",
                "2");
        assertThat(Run.numbers(run.line("Held out of the training set", "Held-out accuracy"))[0])
                .isGreaterThan(0.7);
    }

    @Test
    void augmentationChangesTrainingAndPredictionsCanBeAveraged() {
        String[] options = {
            "mnist", "--network", "small", "--data", few.toString(), "--hold-out", "1000", "--epochs", "1"
        };
        Run plain = Run.well(options);
        Run augmented = Run.well(Stream.concat(Arrays.stream(options), Stream.of("--augment", "--average", "1"))
                .toArray(String[]::new));
        assertThat(plain.out()).contains("Trainable parameters: 13,618").doesNotContain("Images are moved");
        assertThat(augmented.line("Training", "Images are"))
                .isEqualTo(
                        "Images are moved by up to 1.5 pixels, turned and sheared by up to 10 degrees, zoomed by up to 10 %,"
                                + " bent with α 30 and σ 4");
        assertThat(Run.numbers(plain.section("Held out of the training set").get(0))[0])
                .isGreaterThan(0.85);
        List<String> held = augmented.section("Held out of the training set");
        assertThat(held.get(2)).contains("averaged over each image and 1 changed cop");
        assertThat(Run.numbers(held.get(0))[0]).isGreaterThan(0.85);
        assertThat(Run.numbers(held.get(2))[0]).isGreaterThan(0.85);
        assertThat(augmented.line("Held out of the training set", "SHA-256"))
                .isNotEqualTo(plain.line("Held out of the training set", "SHA-256"));
    }

    @Test
    void savedWeightsAreTheSameWhenLoaded() {
        Run loaded = Run.well("mnist", "--load", weights.toString());
        assertThat(loaded.line("Test set", "Test accuracy")).isEqualTo(run.line("Test set", "Test accuracy"));
        assertThat(loaded.line("Test set", "SHA-256")).isEqualTo(run.line("Test set", "SHA-256"));
    }

    @Test
    void weightsOfAnotherNetworkAreRefusedInOneSentence() {
        Run other = Run.of("mnist", "--network", "keras", "--load", weights.toString());
        assertThat(other.exitCode()).isEqualTo(1);
        assertThat(other.err().lines()).singleElement().asString().contains("it isn't of the network");
    }

    @Test
    void thePictureIsAPng() throws IOException {
        assertThat(ImageIO.read(picture.toFile()).getWidth()).isEqualTo(1940);
    }

    @Test
    void networksWithoutADenseFirstLayerHaveAPictureToo(@TempDir Path data) throws IOException {
        writeBands(data);
        assertThat(widthOfPicture(data, "cnn")).isEqualTo(1940);
        assertThat(widthOfPicture(data, "rows")).isEqualTo(1000);
    }

    private static int widthOfPicture(Path data, String network) throws IOException {
        Path file = data.resolve(network + ".png");
        Run.well(
                "mnist",
                "--network",
                network,
                "--data",
                data.toString(),
                "--epochs",
                "1",
                "--picture",
                file.toString());
        return ImageIO.read(file.toFile()).getWidth();
    }

    @Test
    void otherFilesAreReadFromAFolder(@TempDir Path data) throws IOException {
        writeBands(data);
        Run own = Run.well("mnist", "--data", data.toString(), "--epochs", "20", "--batch-size", "10");
        assertThat(own.out()).contains("Training set: 60 samples", "Test set: 20 samples");
        assertThat(accuracy(own, "Test set")).isEqualTo(1);
    }

    /** 60 training and 20 test images. */
    private static void writeBands(Path data) throws IOException {
        for (String part : new String[] {"train", "t10k"}) {
            int count = part.equals("train") ? 60 : 20;
            Files.write(data.resolve(part + "-images-idx3-ubyte"), idx(new int[] {count, 28, 28}, 784));
            Files.write(data.resolve(part + "-labels-idx1-ubyte"), idx(new int[] {count}, 1));
        }
    }

    /** Images with a bright band whose height shows their class, i mod 10, or the labels of these classes. */
    private static byte[] idx(int[] dimensions, int elementsEach) {
        byte[] header = new byte[4 + 4 * dimensions.length];
        header[2] = 8;
        header[3] = (byte) dimensions.length;
        for (int i = 0; i < dimensions.length; i++) {
            header[7 + 4 * i] = (byte) dimensions[i];
        }
        byte[] file = Arrays.copyOf(header, header.length + dimensions[0] * elementsEach);
        for (int i = 0; i < dimensions[0]; i++) {
            int first = header.length + i * elementsEach;
            for (int j = 0; j < elementsEach; j++) {
                int pixel = j / 79 == i % 10 ? 255 : 0;
                file[first + j] = (byte) (elementsEach == 1 ? i % 10 : pixel);
            }
        }
        return file;
    }

    @Test
    void aFolderWithoutTheFilesIsReportedInOneSentence(@TempDir Path data) {
        Run missing = Run.of("mnist", "--data", data.toString());
        assertThat(missing.exitCode()).isEqualTo(1);
        assertThat(missing.err().lines())
                .containsExactly("There is no file " + data.resolve("train-images-idx3-ubyte")
                        + ": neither it nor train-images-idx3-ubyte.gz is there");
    }
}
