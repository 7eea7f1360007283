package dev.longhand.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.longhand.Initializer;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Shape;
import dev.longhand.initializer.Initialization;
import dev.longhand.model.Parameters.TrainingClaim;
import dev.longhand.testing.Samples;
import dev.longhand.testing.TwoLayers;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("kernels")
class ModelTest {

    private final Model model = TwoLayers.classes(4, 6, 3, 1);

    @Test
    void parametersLieLayerByLayerWeightsFirst() {
        ModelInfo info = model.info();
        assertThat(info.parameterCount()).isEqualTo(4 * 6 + 6 + 6 * 3 + 3);
        assertThat(info.layers().get(1).parameters())
                .extracting(ParameterInfo::name, ParameterInfo::offset, ParameterInfo::penalized)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("weight", 30, true),
                        org.assertj.core.groups.Tuple.tuple("bias", 48, false));
        assertThat(info.output()).isEqualTo(Shape.of(3));
    }

    @Test
    void moreOutputsThanAnArrayHoldsAreRefusedWithTheRemedy() {
        Model wide = TwoLayers.numbers(1, 1, 50_000, 1);
        float[] x = new float[50_000];
        String message =
                "50000 samples of Example give 2500000000 outputs, more than an array can hold: predict at most"
                        + " 42949 at a time";
        assertThatThrownBy(() -> wide.predict(x)).hasMessage(message);
        assertThatThrownBy(() -> wide.sample(x, 2, 1)).hasMessage(message);
        try (ParallelPredictor predictor = ParallelPredictor.of(wide, 2)) {
            assertThatThrownBy(() -> predictor.predict(x)).hasMessage(message);
        }
    }

    @Test
    void moreParametersThanAnArrayHoldsAreRefused() {
        Initialization zeros = Initialization.of(Initializer.ZEROS, 0, 1, 1);
        ModelInfo.Builder builder = ModelInfo.builder("Wide", Loss.MEAN_SQUARED_ERROR, 1)
                .layer("a", "Dense", "", 1)
                .parameter("weight", zeros, 2_000_000_000)
                .state("mean", 0, 2_000_000_000)
                .layer("b", "Dense", "", 1);
        assertThatThrownBy(() -> builder.parameter("weight", zeros, 1_000_000_000))
                .hasMessage(
                        "Wide has 3000000000 parameters up to the layer \"b\", more than an array can hold: use fewer"
                                + " units");
        assertThatThrownBy(() -> builder.state("mean", 0, 1_000_000_000))
                .hasMessageStartingWith("Wide has 3000000000 numbers of state up to the layer \"b\"");
    }

    @Test
    void namesThatCommandATerminalArePrintedEscaped() {
        ModelInfo info = ModelInfo.builder("Net\u202e", Loss.MEAN_SQUARED_ERROR, 1)
                .layer("a\u009b2J", "Dense", "a = x", 1)
                .build();
        assertThat(info.title()).isEqualTo("Model: Net\\u202e");
        assertThat(info.summary()).startsWith("Model: Net\\u202e\n").contains("\na\\u009b2J (Dense)");
        assertThat(Parameters.draw(info, 1).layer(0)).asString().startsWith("a\\u009b2J: Dense");
    }

    @Test
    void theSummaryIsKerasTable() {
        assertThat(model.summary()).isEqualTo("""
                        Model: Example
                        ───────────────────────────────────────────────────────────
                        Layer (kind)    Formula            Output shape  Parameters
                        ───────────────────────────────────────────────────────────
                        input           x                  (n, 4)
                        hidden (Dense)  a = tanh(x·W + b)  (n, 6)                30
                        output (Dense)  a = f(x·W + b)     (n, 3)                21
                        ───────────────────────────────────────────────────────────
                        Total parameters: 51
                        """);
    }

    @Test
    void aLayerIsAViewOfTheParameters() {
        Layer hidden = model.parameters().layer(0);
        hidden.setBias(1, 2, 3, 4, 5, 6);
        assertThat(hidden.bias()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(model.parameters().values()[24]).isEqualTo(1);
        hidden.bias()[0] = 9;
        assertThat(hidden.bias()).startsWith(1);
        assertThat(hidden.inputShape()).isEqualTo(Shape.of(4));
        assertThat(hidden.outputShape()).isEqualTo(Shape.of(6));
        assertThat(hidden.parameterCount()).isEqualTo(30);
    }

    @Test
    void aWrongNumberOfParametersIsRefused() {
        assertThatThrownBy(() -> model.parameters().layer(0).setBias(1))
                .hasMessage("bias of layer \"hidden\" of Example has 6 numbers (6), but 1 were given");
        assertThatThrownBy(() -> model.parameters().set(new float[3]))
                .hasMessage("Example has 51 parameters, but 3 were given");
        assertThatThrownBy(() -> model.parameters().copyTo(new float[3]))
                .hasMessage("Example has 51 parameters, which can't be copied to an array of 3");
    }

    @Test
    void messagesHaveTheSameDigitsInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            aWrongNumberOfParametersIsRefused();
            arraysOfTheWrongSizeAreRefused();
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void theSameSeedDrawsTheSameParameters() {
        assertThat(TwoLayers.classes(4, 6, 3, 1).parameters().sha256())
                .isEqualTo(model.parameters().sha256());
        assertThat(TwoLayers.classes(4, 6, 3, 2).parameters().sha256())
                .isNotEqualTo(model.parameters().sha256());
    }

    @Test
    void theDigestIsThatOfAllBytes() throws NoSuchAlgorithmException {
        Parameters parameters = TwoLayers.classes(300, 90, 70, 1).parameters();
        ByteBuffer bytes = ByteBuffer.allocate(4 * parameters.values().length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : parameters.values()) {
            bytes.putFloat(value);
        }
        assertThat(parameters.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array())));
    }

    @Test
    void predictTakesAnArrayOrNumbers() throws NoSuchMethodException {
        Model xor = TwoLayers.binary(2, 3, 1);
        float[] x = {0, 1};
        assertThat(xor.predict(0, 1)).containsExactly(xor.predict(x));
        assertThat(xor.predict(0, 1, 1, 1)).hasSize(2);
        assertThat(TwoLayers.numbers(1, 3, 1, 1).predict(5)).hasSize(1);
        // Kotlin passes an array to a vararg parameter by the spread operator only.
        assertThat(Model.class.getMethod("predict", float[].class).isVarArgs()).isFalse();
    }

    @Test
    void aClaimEndsWhenItIsClosed() {
        TrainingClaim claim = model.parameters().claimForTraining();
        assertThatThrownBy(() -> model.parameters().claimForTraining()).isInstanceOf(IllegalStateException.class);
        claim.close();
        model.parameters().claimForTraining().close();
    }

    @Test
    void closingAClaimTwiceDoesNotEndTheNextOne() {
        TrainingClaim first = model.parameters().claimForTraining();
        first.close();
        TrainingClaim second = model.parameters().claimForTraining();
        first.close();
        assertThatThrownBy(() -> model.parameters().claimForTraining()).isInstanceOf(IllegalStateException.class);
        second.close();
    }

    @Test
    void manySamplesAreTheSameAsEachAlone() {
        float[] x = Samples.clouds(300, 4, 3, 1).inputs();
        float[] together = model.predict(x);
        for (int i = 0; i < 300; i++) {
            float[] alone = model.predict(java.util.Arrays.copyOfRange(x, 4 * i, 4 * i + 4));
            assertThat(alone).containsExactly(together[3 * i], together[3 * i + 1], together[3 * i + 2]);
        }
    }

    @Test
    void largeSamplesArePredictedInSmallBlocks() {
        ModelInfo large = ModelInfo.builder("Large", Loss.MEAN_SQUARED_ERROR, 4096, 4096, 3)
                .layer("output", "Dense", "a = x·W + b", 1)
                .build();
        ModelInfo wide = ModelInfo.builder("Wide", Loss.MEAN_SQUARED_ERROR, 10)
                .layer("hidden", "Dense", "a = x·W + b", 1 << 20)
                .layer("output", "Dense", "a = x·W + b", 1)
                .build();
        assertThat(Predictor.block(model.info())).isEqualTo(128);
        assertThat(Predictor.block(large)).isEqualTo(1);
        assertThat(Predictor.block(wide)).isEqualTo(3);
        ModelInfo buffered = ModelInfo.builder("Buffered", Loss.MEAN_SQUARED_ERROR, 10)
                .layer("output", "Dense", "a = x·W + b", 1)
                .buffer(1 << 19)
                .batchBuffer(1 << 22)
                .build();
        assertThat(Predictor.block(buffered)).isEqualTo(7);
    }

    @Test
    void manyThreadsPredictTheSame() throws ExecutionException, InterruptedException {
        float[] x = Samples.clouds(300, 4, 3, 1).inputs();
        float[] expected = model.predict(x);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<float[]>> results = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                results.add(threads.submit(() -> model.predict(x)));
            }
            for (Future<float[]> result : results) {
                assertThat(result.get()).containsExactly(expected);
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void predictingAllocatesNothingAfterWarmUp() {
        ThreadMXBean bean = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        float[] x = Samples.clouds(300, 4, 3, 1).inputs();
        float[] y = new float[900];
        long allocated = Long.MAX_VALUE;
        // Vectors are objects until C2 has compiled the kernels, which takes a few rounds.
        for (int round = 0; round < 500 && allocated > 0; round++) {
            long before = bean.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 50; i++) {
                model.predict(x, 300, y);
                model.predict(x, 1, y);
            }
            allocated = bean.getCurrentThreadAllocatedBytes() - before;
        }
        assertThat(allocated).isZero();
    }

    @Test
    void arraysOfTheWrongSizeAreRefused() {
        assertThatThrownBy(() -> model.predict(1, 2, 3))
                .hasMessage("Example takes samples of 4 numbers (4), but the array holds 3");
        assertThatThrownBy(() -> model.predict(new float[4], 2, new float[6]))
                .hasMessage("2 samples of Example have 8 inputs and 6 outputs, but x holds 4 numbers and y 6");
        assertThatThrownBy(() -> model.workspace(0)).hasMessage("a workspace holds at least 1 sample, not 0");
        assertThatThrownBy(() -> model.workspace(1 << 30)).hasMessageEndingWith("use a smaller batch");
    }

    @Test
    void aViewSharesTheArrayOfTheLayerBefore() {
        ModelInfo info = ModelInfo.builder("Views", Loss.MEAN_SQUARED_ERROR, 2, 3)
                .view("flat", "Flatten", "a = x", 6)
                .layer("output", "Activate", "a = relu(x)", 6)
                .build();
        Workspace ws = new Workspace(info, 2);
        assertThat(ws.activation(0)).isSameAs(ws.input());
        assertThat(ws.output()).isNotSameAs(ws.input()).hasSize(12);
    }
}
