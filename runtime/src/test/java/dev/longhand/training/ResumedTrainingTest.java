package dev.longhand.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhand.data.Dataset;
import dev.longhand.model.Model;
import dev.longhand.optimizer.Adam;
import dev.longhand.optimizer.NAdam;
import dev.longhand.optimizer.Optimizer;
import dev.longhand.optimizer.OptimizerSnapshot;
import dev.longhand.optimizer.Schedule;
import dev.longhand.testing.Samples;
import dev.longhand.testing.TwoLayers;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("kernels")
class ResumedTrainingTest {

    private static final Dataset CLOUDS = Samples.clouds(210, 4, 3, 1);

    @Test
    void aResumedTrainingEndsTheSameToTheBit() {
        for (Optimizer optimizer : List.of(Adam.defaults(), NAdam.defaults())) {
            Model straight = TwoLayers.classesWithDropout(4, 8, 3, 0.3f, 5);
            Trainer whole = Trainer.of(straight)
                    .optimizer(optimizer)
                    .epochs(4)
                    .seed(9)
                    .schedule(Schedule.cosine().warmUp(5));
            OptimizerSnapshot[] snapshot = new OptimizerSnapshot[1];
            float[][] parameters = new float[1][];
            whole.callback(new Callback() {
                        @Override
                        public void onEpochEnd(Training training, EpochResult result) {
                            if (result.epoch() == 2) {
                                snapshot[0] = training.step().optimizer().snapshot();
                                parameters[0] = training.model().parameters().copy();
                            }
                        }
                    })
                    .fit(CLOUDS);
            Model resumed = TwoLayers.classesWithDropout(4, 8, 3, 0.3f, 99);
            resumed.parameters().set(parameters[0]);
            History history = Trainer.of(resumed)
                    .optimizer(optimizer)
                    .epochs(4)
                    .seed(9)
                    .schedule(Schedule.cosine().warmUp(5))
                    .resumeFrom(2, snapshot[0])
                    .fit(CLOUDS);
            assertThat(resumed.parameters().sha256())
                    .isEqualTo(straight.parameters().sha256());
            assertThat(history.epochs()).extracting(EpochResult::epoch).containsExactly(3, 4);
        }
    }

    @Test
    void moreEpochsDoneThanThereAreAreRefused() {
        Model model = TwoLayers.binary(2, 3, 1);
        OptimizerSnapshot done = Adam.defaults().start(model.info()).snapshot();
        assertThatThrownBy(() -> Trainer.of(model).epochs(2).resumeFrom(5, done).fit(Samples.xor()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("epochsDone 5 is beyond epochs 2, the number of all epochs: those done and those to come");
        assertThat(Trainer.of(model)
                        .epochs(2)
                        .resumeFrom(2, done)
                        .fit(Samples.xor())
                        .epochs())
                .isEmpty();
    }
}
