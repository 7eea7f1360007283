package dev.longhand.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhand.Shape;
import dev.longhand.data.Dataset;
import dev.longhand.io.InvalidFileException;
import dev.longhand.io.Weights;
import dev.longhand.model.Model;
import dev.longhand.training.Checkpoints;
import dev.longhand.training.Trainer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What loading weights and going on from a checkpoint say of a declaration that changed while its shapes stayed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangedDeclarationTest {

    private static final String CLASSES = """
            @Network(input = {6, 6, 2}, loss = Loss.CROSS_ENTROPY, labelSmoothing = 0.1)
            public interface Net {
                @Conv2d(filters = 2, kernel = 3, activation = Activation.LEAKY_RELU, slope = 0.1) Layer edges();
                @BatchNorm(momentum = 0.8, epsilon = 0.001) Layer norm();
                @GlobalAvgPool2d Layer means();
                @Dropout(rate = 0.25) Layer drop();
                @Dense(units = 2) Layer left();
                @Dense(units = 2) @From("drop") Layer right();
                @Concat @From({"left", "right"}) Layer both();
                @Dense(units = 3, activation = Activation.SOFTMAX) Layer output();
            }
            """;
    private static final String NUMBERS = """
            @Network(input = 3, loss = Loss.HUBER, delta = 0.5)
            public interface Net { @Dense(units = 1, activation = Activation.TANH) Layer output(); }
            """;
    private static final String OUTPUTS = """
            @Network(input = 3)
            public interface Net {
                @Dense(units = 2) Layer hidden();
                @Dense(units = 1) @Output(loss = Loss.HUBER, delta = 0.5) Layer size();
                @Dense(units = 2, activation = Activation.SOFTMAX) @From("hidden")
                @Output(loss = Loss.CROSS_ENTROPY, labelSmoothing = 0.1, weight = 2) Layer kind();
            }
            """;

    /** A change of a declaration; what loading weights says, nothing if it doesn't matter; and what resuming says. */
    private record Change(String network, String from, String to, String weights, String resumed) {}

    private static final List<Change> CHANGES = List.of(
            new Change(
                    CLASSES,
                    "LEAKY_RELU, slope = 0.1",
                    "LEAKY_RELU, slope = 0.2",
                    "\"edges\" is declared with \"activation LEAKY_RELU, slope 0.2\", but the file was saved with"
                            + " \"activation LEAKY_RELU, slope 0.1\"",
                    "activation = LEAKY_RELU, slope 0.2"),
            new Change(
                    CLASSES,
                    "LEAKY_RELU, slope = 0.1",
                    "TANH",
                    "\"edges\" is declared with \"activation TANH\", but the file was saved with"
                            + " \"activation LEAKY_RELU, slope 0.1\"",
                    "activation = TANH"),
            new Change(
                    CLASSES,
                    "epsilon = 0.001",
                    "epsilon = 0.002",
                    "\"norm\" is declared with \"epsilon 0.002\", but the file was saved with \"epsilon 0.001\"",
                    "momentum = 0.8; epsilon = 0.002"),
            new Change(CLASSES, "momentum = 0.8", "momentum = 0.9", "", "momentum = 0.9; epsilon = 0.001"),
            new Change(CLASSES, "rate = 0.25", "rate = 0.5", "", "rate = 0.5"),
            new Change(
                    CLASSES, "labelSmoothing = 0.1", "labelSmoothing = 0.2", "", "CROSS_ENTROPY, labelSmoothing 0.2"),
            new Change(
                    CLASSES,
                    "{\"left\", \"right\"}",
                    "{\"right\", \"left\"}",
                    "\"both\" is declared with \"reads right, left\", but the file was saved with \"reads left, right\"",
                    "reads right, left"),
            new Change(
                    CLASSES,
                    "@Dense(units = 2) @From(\"drop\")",
                    "@Dense(units = 2) @From(\"means\")",
                    "",
                    "reads means"),
            new Change(
                    NUMBERS,
                    "delta = 0.5",
                    "delta = 0.25",
                    "",
                    "loss was HUBER, delta 0.5, now it's HUBER, delta 0.25"),
            new Change(NUMBERS, ", delta = 0.5", "", "", "loss was HUBER, delta 0.5, now it's HUBER."),
            new Change(
                    OUTPUTS,
                    "delta = 0.5",
                    "delta = 2",
                    "",
                    "output size was HUBER, delta 0.5, weight 1.0, now it's HUBER, delta 2, weight 1.0"),
            new Change(
                    OUTPUTS,
                    "labelSmoothing = 0.1",
                    "labelSmoothing = 0.2",
                    "",
                    "output kind was CROSS_ENTROPY, labelSmoothing 0.1, weight 2.0, now it's CROSS_ENTROPY,"
                            + " labelSmoothing 0.2, weight 2.0"));

    private Compilation compilation;

    @BeforeAll
    void compile(@TempDir Path directory) {
        Map<String, String> sources = new LinkedHashMap<>();
        for (int i = 0; i < CHANGES.size(); i++) {
            Change change = CHANGES.get(i);
            declare(sources, "before" + i, change.network());
            declare(sources, "after" + i, change.network().replace(change.from(), change.to()));
        }
        declare(sources, "narrow", OUTPUTS);
        declare(sources, "wide", OUTPUTS.replace("@Dense(units = 2) Layer hidden", "@Dense(units = 4) Layer hidden"));
        compilation = Compilation.of(Compiler.JAVAC, directory, sources);
    }

    private static void declare(Map<String, String> sources, String packageName, String network) {
        sources.put(packageName + ".Net", "package " + packageName + ";\n" + Declarations.HEAD + network);
    }

    private Model model(String packageName) {
        return compilation.model(packageName + ".NetModel");
    }

    private static Dataset data(Model model) {
        Shape input = model.info().input();
        int outputs = model.info().outputSize();
        float[] targets = new float[4 * outputs];
        for (int s = 0; s < 4; s++) {
            targets[s * outputs + outputs - 1] = 1;
        }
        return Dataset.of(new float[4 * input.size()], input, targets, outputs);
    }

    @Test
    void weightsOfADeclarationThatPredictsOtherwiseAreRefused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("net.safetensors");
        for (int i = 0; i < CHANGES.size(); i++) {
            String expected = CHANGES.get(i).weights();
            Weights.save(model("before" + i), file);
            Model after = model("after" + i);
            if (expected.isEmpty()) {
                Weights.load(after, file);
            } else {
                assertThatThrownBy(() -> Weights.load(after, file))
                        .isInstanceOf(InvalidFileException.class)
                        .hasMessage(file + ": it isn't of Net as it's declared now: " + expected
                                + "; declare it as it was when the network was trained, or train it again");
            }
        }
    }

    @Test
    void aTrainingOfAChangedDeclarationIsNotResumed(@TempDir Path folder) {
        for (int i = 0; i < CHANGES.size(); i++) {
            Path checkpoints = folder.resolve("checkpoints" + i);
            Model before = model("before" + i);
            Trainer.of(before).checkpoints(Checkpoints.in(checkpoints)).fit(data(before));
            Model after = model("after" + i);
            assertThatThrownBy(() -> Trainer.of(after).resume(checkpoints).fit(data(after)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(" had other settings: ")
                    .hasMessageContaining(CHANGES.get(i).resumed());
            assertThat(Trainer.of(model("before" + i))
                            .resume(checkpoints)
                            .fit(data(before))
                            .epochs())
                    .hasSize(1);
        }
    }

    @Test
    void aCheckpointOfOtherShapesNamesTheFirstLayer(@TempDir Path folder) {
        Model narrow = model("narrow");
        Trainer.of(narrow).checkpoints(Checkpoints.in(folder)).fit(data(narrow));
        Model wide = model("wide");
        assertThatThrownBy(() -> Trainer.of(wide).resume(folder).fit(data(wide)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("is a checkpoint of Net with 17 numbers, not one of Net with 31: layer hidden was"
                        + " Dense 2, a = x·W + b, reads the input, now it's Dense 4, a = x·W + b, reads the input");
    }
}
