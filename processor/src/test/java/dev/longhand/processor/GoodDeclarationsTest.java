package dev.longhand.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.Activation;
import dev.longhand.Initializer;
import dev.longhand.Loss;
import dev.longhand.Shape;
import dev.longhand.Style;
import dev.longhand.processor.check.ActivationFunction;
import dev.longhand.processor.check.AffineInitialization;
import dev.longhand.processor.check.Initialization;
import dev.longhand.processor.check.LossSettings;
import dev.longhand.processor.check.ModelClass;
import dev.longhand.processor.check.OutputLoss;
import dev.longhand.processor.check.ResolvedNetwork;
import dev.longhand.processor.layer.dense.ResolvedDense;
import dev.longhand.processor.layer.pointwise.ResolvedActivate;
import dev.longhand.processor.layer.pointwise.ResolvedDropout;
import dev.longhand.processor.layer.reshape.ResolvedFlatten;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What read and check make of the files in {@code good}, the same in every compiler. */
class GoodDeclarationsTest {

    private static final Initialization GLOROT = new Initialization(Initializer.GLOROT_UNIFORM, 1, List.of());
    private static final Initialization ZEROS = new Initialization(Initializer.ZEROS, 1, List.of());
    private static final ActivationFunction SIGMOID = new ActivationFunction(Activation.SIGMOID, 1);
    private static final ActivationFunction IDENTITY = new ActivationFunction(Activation.IDENTITY, 1);

    @ParameterizedTest
    @EnumSource
    void defaultsAreFilledIn(Compiler compiler) {
        assertThat(resolve(compiler, "Xor"))
                .containsExactly(new ResolvedNetwork(
                        new ModelClass(
                                "good",
                                "Xor",
                                "XorModel",
                                true,
                                true,
                                new ModelClass.Traits(true, List.of(), false),
                                List.of()),
                        Shape.of(2),
                        List.of(
                                new ResolvedDense(
                                        "hidden",
                                        Shape.of(2),
                                        2,
                                        SIGMOID,
                                        new AffineInitialization(GLOROT, Optional.of(ZEROS))),
                                new ResolvedDense(
                                        "output",
                                        Shape.of(2),
                                        1,
                                        SIGMOID,
                                        new AffineInitialization(GLOROT, Optional.of(ZEROS)))),
                        chain(2),
                        new LossSettings(List.of(new OutputLoss(1, Loss.BINARY_CROSS_ENTROPY, 0, 1, 1))),
                        Style.AUTO,
                        Set.of()));
    }

    @ParameterizedTest
    @EnumSource
    void everyAttributeIsTaken(Compiler compiler) {
        assertThat(resolve(compiler, "EveryAttribute"))
                .containsExactly(new ResolvedNetwork(
                        new ModelClass(
                                "good",
                                "EveryAttribute",
                                "EveryAttributeModel",
                                false,
                                false,
                                new ModelClass.Traits(true, List.of(), true),
                                List.of()),
                        Shape.of(28, 28, 1),
                        List.of(
                                new ResolvedFlatten("flat", Shape.of(28, 28, 1)),
                                new ResolvedDense(
                                        "hidden",
                                        Shape.of(784),
                                        100,
                                        new ActivationFunction(Activation.LEAKY_RELU, 0.2f),
                                        new AffineInitialization(
                                                new Initialization(Initializer.HE_NORMAL, 2, List.of()),
                                                Optional.of(
                                                        new Initialization(Initializer.CONSTANT, -0.5f, List.of())))),
                                new ResolvedDropout("drop", Shape.of(100), 0.25f),
                                new ResolvedDense(
                                        "sums",
                                        Shape.of(100),
                                        10,
                                        IDENTITY,
                                        new AffineInitialization(GLOROT, Optional.empty())),
                                new ResolvedActivate(
                                        "output", Shape.of(10), new ActivationFunction(Activation.SOFTMAX, 1))),
                        chain(5),
                        new LossSettings(List.of(new OutputLoss(4, Loss.CROSS_ENTROPY, 0.1f, 1, 1))),
                        Style.LOOPS,
                        Set.of()));
    }

    @ParameterizedTest
    @EnumSource
    void nestedDeclarationsNameTheirModelsByTheWholePath(Compiler compiler) {
        Initialization byHand = new Initialization(Initializer.CONSTANT, 1, List.of(0.5f, 0.5f));
        Initialization bias = new Initialization(Initializer.CONSTANT, 1, List.of(-0.7f));

        assertThat(resolve(compiler, "Nested"))
                .containsExactlyInAnyOrder(
                        new ResolvedNetwork(
                                new ModelClass(
                                        "good",
                                        "Nested.And",
                                        "Nested_AndModel",
                                        true,
                                        true,
                                        new ModelClass.Traits(true, List.of(), false),
                                        List.of()),
                                Shape.of(2),
                                List.of(new ResolvedDense(
                                        "output",
                                        Shape.of(2),
                                        1,
                                        new ActivationFunction(Activation.STEP, 1),
                                        new AffineInitialization(byHand, Optional.of(bias)))),
                                chain(1),
                                new LossSettings(List.of(new OutputLoss(0, Loss.HALF_SQUARED_ERROR, 0, 1, 1))),
                                Style.AUTO,
                                Set.of()),
                        new ResolvedNetwork(
                                new ModelClass(
                                        "good",
                                        "Nested.Inside.Deep",
                                        "Nested_Inside_DeepModel",
                                        false,
                                        true,
                                        new ModelClass.Traits(true, List.of(), false),
                                        List.of()),
                                Shape.of(3),
                                List.of(new ResolvedActivate(
                                        "squash", Shape.of(3), new ActivationFunction(Activation.TANH, 1.5f))),
                                chain(1),
                                new LossSettings(List.of(new OutputLoss(0, Loss.HUBER, 0, 2, 1))),
                                Style.AUTO,
                                Set.of()));
    }

    @ParameterizedTest
    @EnumSource
    void everyLossGoesWithItsActivations(Compiler compiler) {
        assertThat(resolve(compiler, "Losses"))
                .extracting(network -> network.loss().outputs().get(0).loss())
                .containsExactlyInAnyOrder(
                        Loss.CROSS_ENTROPY,
                        Loss.LOG_LIKELIHOOD,
                        Loss.MEAN_SQUARED_ERROR,
                        Loss.BINARY_CROSS_ENTROPY,
                        Loss.MEAN_ABSOLUTE_ERROR);
    }

    @ParameterizedTest
    @EnumSource
    void declarationsMayExtendModel(Compiler compiler) {
        assertThat(resolve(compiler, "ModelItself")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void theStyleOptionOverridesTheAnnotation(Compiler compiler) {
        assertThat(resolve(compiler, "EveryAttribute", "-Alonghand.style=kernels"))
                .extracting(ResolvedNetwork::style)
                .containsExactly(Style.KERNELS);
    }

    @ParameterizedTest
    @EnumSource
    void theirModelsCompileInEveryStyle(Compiler compiler, @TempDir Path classes) throws IOException {
        for (String style : List.of("auto", "unrolled", "loops", "kernels")) {
            try (Stream<Path> files = Files.list(Path.of("src/test/resources/good"))) {
                List<Path> sources = files.sorted().toList();
                List<String> options = List.of("-Alonghand.style=" + style);
                assertThat(compiler.compile(sources, classes, options, List.of(new NetworkProcessor())))
                        .filteredOn(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                        .extracting(diagnostic -> diagnostic.getSource() + ": " + diagnostic.getMessage(Locale.ROOT))
                        .isEmpty();
            }
        }
    }

    /** Each layer reads the one before it. */
    private static List<List<Integer>> chain(int layers) {
        return IntStream.range(0, layers).mapToObj(index -> List.of(index - 1)).toList();
    }

    private static List<ResolvedNetwork> resolve(Compiler compiler, String file, String... options) {
        RecordingProcessor processor = new RecordingProcessor();
        Path source = Path.of("src/test/resources/good", file + ".java");
        assertThat(compiler.process(List.of(source), List.of(options), List.of(processor)))
                .isEmpty();
        return processor.networks();
    }
}
