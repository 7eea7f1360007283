package dev.longhand.training;

import dev.longhand.Shape;
import dev.longhand.augment.Augmentation;
import dev.longhand.data.Dataset;
import dev.longhand.model.Threads;
import dev.longhand.optimizer.Adam;
import dev.longhand.optimizer.Optimizer;
import dev.longhand.optimizer.OptimizerSnapshot;
import dev.longhand.optimizer.Schedule;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The settings of a training with their defaults. A {@link Trainer} changes copies only. */
final class TrainingSettings {

    Optimizer optimizer = Adam.defaults();
    Schedule schedule = Schedule.constant();
    int batchSize = 32;
    int epochs = 1;
    long seed = 0;
    boolean shuffle = true;
    int threads = Math.min(Threads.MOST, Runtime.getRuntime().availableProcessors());

    @Nullable
    Dataset validation;

    @Nullable
    Augmentation augmentation;

    @Nullable
    Shape augmentedShape;

    List<Callback> callbacks = List.of();
    int epochsDone;

    @Nullable
    OptimizerSnapshot resumeFrom;

    /** A copy with some of the settings changed. */
    TrainingSettings with(Consumer<TrainingSettings> change) {
        TrainingSettings copy = new TrainingSettings();
        copy.optimizer = optimizer;
        copy.schedule = schedule;
        copy.batchSize = batchSize;
        copy.epochs = epochs;
        copy.seed = seed;
        copy.shuffle = shuffle;
        copy.threads = threads;
        copy.validation = validation;
        copy.augmentation = augmentation;
        copy.augmentedShape = augmentedShape;
        copy.callbacks = callbacks;
        copy.epochsDone = epochsDone;
        copy.resumeFrom = resumeFrom;
        change.accept(copy);
        return copy;
    }
}
