package dev.longhand.examples.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.longhand.examples.Run;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("kernels")
class GatesTest {

    private static Run run;

    @BeforeAll
    static void runOnce() {
        run = Run.well("gates");
    }

    @Test
    void theNotesWeightsComputeTheirGates() {
        List<String> rows = run.section("Perceptrons set by hand").stream()
                .filter(line -> line.endsWith("right") || line.endsWith("wrong"))
                .map(line -> line.replaceAll(" +", " "))
                .toList();
        assertThat(rows)
                .containsExactly(
                        "AND 0.5 0.5 -0.7 -0.7 -0.2 -0.2 0.3 0 0 0 1 right",
                        "AND 0.5 0.5 -0.8 -0.8 -0.3 -0.3 0.2 0 0 0 1 right",
                        "AND 1.0 1.0 -1.0 -1.0 0.0 0.0 1.0 0 0 0 1 right",
                        "NAND -0.5 -0.5 0.7 0.7 0.2 0.2 -0.3 1 1 1 0 right",
                        "OR 0.6 0.6 -0.5 -0.5 0.1 0.1 0.7 0 1 1 1 right",
                        "OR 0.5 0.5 -0.3 -0.3 0.2 0.2 0.7 0 1 1 1 right");
    }

    @Test
    void xorIsNandAndOrIntoAnd() {
        assertThat(XorOfGatesModel.create(0).predict(0, 0, 0, 1, 1, 0, 1, 1)).containsExactly(0, 1, 1, 0);
        assertThat(run.section("XOR: NAND and OR").stream()
                        .skip(1)
                        .limit(4)
                        .map(Run::numbers)
                        .toList())
                .containsExactly(
                        new double[] {0, 0, 1, 0, 0, 0},
                        new double[] {0, 1, 1, 1, 1, 1},
                        new double[] {1, 0, 1, 1, 1, 1},
                        new double[] {1, 1, 0, 1, 0, 0});
    }

    @Test
    void orOfSignsHasTheSumsOfTheNote() {
        assertThat(run.section("OR with the outputs").stream()
                        .skip(1)
                        .limit(4)
                        .map(Run::numbers)
                        .toList())
                .containsExactly(
                        new double[] {0, 0, -0.5, -1},
                        new double[] {0, 1, 0.5, 1},
                        new double[] {1, 0, 0.5, 1},
                        new double[] {1, 1, 1.5, 1});
    }

    @Test
    void thePerceptronRuleLearnsLinearlySeparableGates() {
        List<String> lines = run.section("The same gates learnt");
        for (Gate gate : List.of(Gate.AND, Gate.OR, Gate.NAND)) {
            assertThat(lines).anyMatch(line -> line.startsWith(gate + ", learning rate 0.1: learnt, epoch "));
        }
        assertThat(lines).anyMatch(line -> line.startsWith("XOR") && line.contains("still 4 mistakes in epoch 100"));
    }

    @Test
    void thePerceptronRuleLearnsFromAnyStart() {
        for (int seed = 2; seed < 12; seed++) {
            assertThat(Run.well("gates", "--seed", Integer.toString(seed)).section("The same gates learnt").stream()
                            .filter(line -> line.contains(": learnt,")))
                    .hasSize(3);
        }
    }

    @Test
    void oneSigmoidUnitSettlesAtOneHalfOnXor() {
        assertThat(Run.numbers(run.line("XOR by one sigmoid unit", "10000")))
                .containsExactly(new double[] {10_000, Math.log(2), 0.5, 0.5, 0.5, 0.5}, within(1e-6));
    }

    @Test
    void threePerceptronsMakeSevenRegions() {
        List<String> lines = run.section("Three perceptrons");
        assertThat(lines).anyMatch(line -> line.startsWith("7 regions;"));
        assertThat(lines)
                .filteredOn(line -> line.contains("none:"))
                .singleElement()
                .asString()
                .startsWith("(0, 0, 1)");
    }

    @Test
    void inTheFeatureSpaceXorIsLinearlySeparable() {
        assertThat(run.section("What the hidden layer").stream()
                        .skip(1)
                        .limit(4)
                        .map(line -> Run.lastNumbers(line, 2))
                        .allMatch(numbers -> numbers[0] > 0 == numbers[1] > 0))
                .isTrue();
    }

    @Test
    void thePictureIsAPng(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("gates.png");
        assertThat(Run.well("gates", "--picture", file.toString()).out()).contains("The picture is in " + file);
        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(2520);
        assertThat(image.getHeight()).isEqualTo(1840);
    }
}
