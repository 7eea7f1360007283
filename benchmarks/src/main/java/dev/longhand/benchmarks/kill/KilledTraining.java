package dev.longhand.benchmarks.kill;

import dev.longhand.augment.Augmentation;
import dev.longhand.benchmarks.work.Samples;
import dev.longhand.data.Dataset;
import dev.longhand.model.Model;
import dev.longhand.optimizer.Adam;
import dev.longhand.optimizer.Schedule;
import dev.longhand.training.Callback;
import dev.longhand.training.Checkpoints;
import dev.longhand.training.EarlyStopping;
import dev.longhand.training.History;
import dev.longhand.training.Monitor;
import dev.longhand.training.ReduceOnPlateau;
import dev.longhand.training.Trainer;
import dev.longhand.training.Training;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** A training that writes many checkpoints, and resumes from the newest one. */
enum KilledTraining {
    /** Dense layers with dropout, and a checkpoint after every step. */
    DENSE(KilledNetworks_WithDropoutModel::create, 1) {
        @Override
        History fit(Trainer trainer, Dataset samples) {
            return trainer.fit(samples);
        }
    },
    /** A convolution with batch norm and dropout, on images that two threads read and change at random. */
    CONVOLUTIONAL(KilledNetworks_ConvolvedModel::create, 2) {
        @Override
        History fit(Trainer trainer, Dataset samples) throws IOException {
            return trainer.augment(Augmentation.translate(1)
                            .then(Augmentation.rotate(15))
                            .then(Augmentation.noise(0.1))
                            .then(Augmentation.mixup(0.3)))
                    .readers(2)
                    .fit(samples.asSource());
        }
    },
    /** A recurrent layer. */
    RECURRENT(KilledNetworks_SequencesModel::create, 3) {
        @Override
        History fit(Trainer trainer, Dataset samples) {
            return trainer.fit(samples);
        }
    };

    /** What a process prints when its training begins. */
    static final String BEGINS = "begins";

    private static final int SEED = 5;
    private static final int SAMPLES = 150;
    private static final int EPOCHS = 8;

    private final LongFunction<Model> network;
    private final long stepsOfCheckpoint;

    KilledTraining(LongFunction<Model> network, long stepsOfCheckpoint) {
        this.network = network;
        this.stepsOfCheckpoint = stepsOfCheckpoint;
    }

    /** Trains as this kind of training does. */
    abstract History fit(Trainer trainer, Dataset samples) throws IOException;

    /** Trains without a stop and without checkpoints; returns the SHA-256 of the parameters. */
    String whole() {
        return run(null, new Callback() {});
    }

    /** Trains from the newest checkpoint of a folder on; returns the SHA-256 of the parameters. */
    String resumed(Path folder) {
        return run(folder, new Callback() {
            @Override
            public void onTrainingBegin(Training training) {
                System.out.println(BEGINS);
            }
        });
    }

    private String run(@Nullable Path folder, Callback callback) {
        Model model = network.apply(SEED);
        Dataset samples = Samples.NUMBERS.draw(model, SAMPLES, SEED);
        Trainer trainer = Trainer.of(model)
                .optimizer(Adam.learningRate(0.01).l2(1e-4))
                .schedule(Schedule.cosine().downTo(0.1).warmUp(5))
                .batchSize(8)
                .accumulate(2)
                .clipNorm(1)
                .movingAverage(0.95)
                .epochs(EPOCHS)
                .seed(SEED)
                .threads(1)
                .validation(Samples.NUMBERS.draw(model, 40, SEED + 1))
                .callback(ReduceOnPlateau.by(0.5).monitor(Monitor.LOSS).patience(2))
                .callback(EarlyStopping.patience(EPOCHS - 1))
                .callback(callback);
        if (folder != null) {
            trainer = trainer.checkpoints(Checkpoints.in(folder).everyEpochs(1).everySteps(stepsOfCheckpoint))
                    .resume(folder);
        }
        try {
            fit(trainer, samples);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return model.parameters().sha256();
    }

    /** Runs one training: its name and the folder. Prints the SHA-256 at the end. */
    static final class Main {

        private Main() {}

        public static void main(String[] args) {
            System.out.println(KilledTraining.valueOf(args[0]).resumed(Path.of(args[1])));
        }
    }
}
