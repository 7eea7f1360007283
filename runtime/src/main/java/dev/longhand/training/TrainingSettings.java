package dev.longhand.training;

import dev.longhand.data.Dataset;
import dev.longhand.model.Threads;
import dev.longhand.optimizer.Adam;
import dev.longhand.optimizer.LayerRules;
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
    LayerRules rules = LayerRules.none();
    Clipping clipping = Clipping.NONE;
    int accumulated = 1;

    /** The decay of the moving average of the parameters; NaN for none. */
    double averageDecay = Double.NaN;

    int threads = Math.min(Threads.MOST, Runtime.getRuntime().availableProcessors());

    @Nullable
    Dataset validation;

    List<Callback> callbacks = List.of();
    int epochsDone;

    @Nullable
    OptimizerSnapshot resumeFrom;

    /** The settings of its steps. */
    StepSettings steps() {
        return new StepSettings(optimizer, seed, threads, rules, clipping, accumulated, averageDecay);
    }

    /** The steps of an epoch. */
    long stepsOf(Batches batches) {
        return (batches.count() - 1) / accumulated + 1;
    }

    /** A copy with some of the settings changed. */
    TrainingSettings with(Consumer<TrainingSettings> change) {
        TrainingSettings copy = new TrainingSettings();
        copy.optimizer = optimizer;
        copy.schedule = schedule;
        copy.batchSize = batchSize;
        copy.epochs = epochs;
        copy.seed = seed;
        copy.shuffle = shuffle;
        copy.rules = rules;
        copy.clipping = clipping;
        copy.accumulated = accumulated;
        copy.averageDecay = averageDecay;
        copy.threads = threads;
        copy.validation = validation;
        copy.callbacks = callbacks;
        copy.epochsDone = epochsDone;
        copy.resumeFrom = resumeFrom;
        change.accept(copy);
        return copy;
    }
}
