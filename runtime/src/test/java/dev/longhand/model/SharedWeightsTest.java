package dev.longhand.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.longhand.data.Dataset;
import dev.longhand.io.Weights;
import dev.longhand.kernel.weights.PackedWeights;
import dev.longhand.model.Parameters.TrainingClaim;
import dev.longhand.optimizer.Sgd;
import dev.longhand.testing.Samples;
import dev.longhand.testing.TwoLayers;
import dev.longhand.training.Callback;
import dev.longhand.training.EpochResult;
import dev.longhand.training.NumericalGradient;
import dev.longhand.training.Trainer;
import dev.longhand.training.Training;
import dev.longhand.training.TrainingStep;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Predictions share one copy of a model's weights, which is never older than the parameters. */
@Tag("kernels")
class SharedWeightsTest {

    private final Model model = TwoLayers.classes(60, 100, 3, 1);
    private final Dataset data = Samples.clouds(40, 60, 3, 1);

    /** The outputs of a model that has never predicted before, with the same parameters. */
    private void requireFresh() {
        Model fresh = TwoLayers.classes(60, 100, 3, 2);
        fresh.parameters().set(model.parameters().copy());
        assertThat(model.predict(data.inputs())).isEqualTo(fresh.predict(data.inputs()));
        assertThat(model.predict(data.input(0))).isEqualTo(fresh.predict(data.input(0)));
        assertThat(model.sample(data.inputs(), 2, 1).mean())
                .isEqualTo(fresh.sample(data.inputs(), 2, 1).mean());
    }

    @Test
    void everyChangeIsSeenByTheNextPrediction(@TempDir Path folder) throws Exception {
        requireFresh();
        model.parameters().set(TwoLayers.classes(60, 100, 3, 3).parameters().copy());
        requireFresh();
        model.parameters().layer(0).setWeights(new float[6_000]);
        requireFresh();
        model.parameters().layer(1).set("bias", 1, 2, 3);
        requireFresh();
        Weights.save(TwoLayers.classes(60, 100, 3, 4), folder.resolve("other.safetensors"));
        Weights.load(model, folder.resolve("other.safetensors"));
        requireFresh();
        Trainer.of(model).epochs(2).fit(data);
        requireFresh();
        NumericalGradient.of(model, data.subset(0, 1));
        requireFresh();
        assertThat(model.parameters().packed()).isNotNull();
    }

    @Test
    void changesDuringATrainingAreSeen() {
        requireFresh();
        try (TrainingStep step = TrainingStep.of(model, Sgd.learningRate(0.1), 40, 1)) {
            for (int i = 0; i < 3; i++) {
                step.run(data.inputs(), data.targets());
                requireFresh();
            }
            assertThat(model.parameters().packed()).isNull();
        }
        assertThat(model.parameters().packed()).isNotNull();
        AtomicInteger epochs = new AtomicInteger();
        Callback predicting = new Callback() {
            @Override
            public void onEpochEnd(Training training, EpochResult result) {
                requireFresh();
                model.parameters().layer(0).setBias(new float[100]);
                requireFresh();
                epochs.incrementAndGet();
            }
        };
        Trainer.of(model).epochs(3).callback(predicting).fit(data);
        assertThat(epochs).hasValue(3);
        requireFresh();
    }

    @Test
    void changesOfTheArrayItselfAreSeen() {
        requireFresh();
        float[] p = model.parameters().values();
        for (int i = 0; i < 3; i++) {
            p[i] += 1;
            requireFresh();
            p[6_100 + i] += 1;
            requireFresh();
        }
        assertThat(model.parameters().packed()).isNull();
    }

    @Test
    void theArrayOfSharedParametersIsOnlyRead() {
        Parameters shared =
                Parameters.shared(model.parameters().info(), model.parameters().copy());
        assertThatThrownBy(shared::values)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(model.info().name() + " is pretrained and shared, so its array of parameters isn't given to"
                        + " be changed: read it by forReading(), or copy it by copy()");
        assertThat(shared.forReading()).isEqualTo(model.parameters().forReading());
    }

    @Test
    void anArrayChangedWhileTheModelIsClaimedIsSeen() {
        requireFresh();
        TrainingClaim claim = model.parameters().claimForTraining();
        claim.values()[3] += 1;
        requireFresh();
        claim.values()[4] += 1;
        claim.close();
        requireFresh();
        PackedWeights packed = model.parameters().packed();
        claim.close();
        assertThat(model.parameters().packed()).isNotNull().isSameAs(packed);
    }

    @Test
    void readingTheParametersKeepsTheSharedCopy() {
        model.predict(data.inputs());
        PackedWeights packed = model.parameters().packed();
        model.parameters().forReading();
        model.parameters().copy();
        model.parameters().sha256();
        model.parameters().layer(0).weights();
        model.predict(data.inputs());
        assertThat(model.parameters().packed()).isNotNull().isSameAs(packed);
    }

    @Test
    void aFurtherWorkspaceHasNoCopyOfTheWeights() {
        Model wide = TwoLayers.classes(2_000, 500, 3, 1);
        float[] x = new float[2_000];
        float[] y = new float[3];
        wide.predict(x, 1, y);
        ThreadMXBean bean = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        // Vectors are objects until C2 has compiled the kernels, which takes a few rounds.
        long fewest = Long.MAX_VALUE;
        for (int round = 0; round < 20_000 && fewest > 200_000; round++) {
            long before = bean.getCurrentThreadAllocatedBytes();
            Workspace ws = Workspace.forPredicting(wide.info(), 1);
            wide.predictor().predict(ws, x, 1, y, null);
            fewest = Math.min(fewest, bean.getCurrentThreadAllocatedBytes() - before);
        }
        // W of the first layer has 4 MB.
        assertThat(fewest).isLessThan(200_000);
    }
}
