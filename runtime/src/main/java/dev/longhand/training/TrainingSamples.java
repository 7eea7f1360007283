package dev.longhand.training;

import dev.longhand.Shape;
import dev.longhand.augment.Augmentation;
import dev.longhand.augment.Augmenter;
import dev.longhand.data.Dataset;
import dev.longhand.model.Threads;
import dev.longhand.model.Workspace;

/**
 * The samples of a training, batch by batch: those of a data set, or changed by an augmentation. The threads of the
 * training share the changes; none depends on which thread makes it.
 */
final class TrainingSamples {

    private final Dataset data;
    private final Batches batches;
    private final Threads threads;

    /** One for each thread; none if the samples aren't changed. */
    private final Augmenter[] augmenters;

    private final Threads.Task task = this::change;
    private long firstSample;
    private long nextBatch;
    private int[] order = {};
    private int first;
    private int n;
    private float[] x = {};

    private TrainingSamples(Dataset data, Batches batches, Threads threads, Augmenter[] augmenters) {
        this.data = data;
        this.batches = batches;
        this.threads = threads;
        this.augmenters = augmenters;
    }

    static TrainingSamples of(Dataset data, TrainingSettings settings, Batches batches, Threads threads) {
        Augmentation augmentation = settings.augmentation;
        if (augmentation == null) {
            return new TrainingSamples(data, batches, threads, new Augmenter[0]);
        }
        Shape shape = settings.augmentedShape == null ? data.inputShape() : settings.augmentedShape;
        if (shape.size() != data.inputShape().size()) {
            throw new IllegalArgumentException("augmentation was asked for images of " + shape + ", which are "
                    + shape.size() + " numbers, but the samples have "
                    + data.inputShape().size() + " (" + data.inputShape() + ")");
        }
        Augmenter[] augmenters = new Augmenter[threads.count()];
        for (int i = 0; i < augmenters.length; i++) {
            augmenters[i] = Augmenter.of(augmentation, shape, settings.seed);
        }
        return new TrainingSamples(data, batches, threads, augmenters);
    }

    /** The data set. */
    Dataset data() {
        return data;
    }

    /**
     * Begins an epoch, or goes on in the middle of one.
     *
     * @param epoch its number, counted from 1
     * @param firstBatch the number of the next batch, counted from 0
     */
    void begin(int epoch, int firstBatch) {
        firstSample = (long) (epoch - 1) * data.size();
        nextBatch = (long) (epoch - 1) * batches.count() + firstBatch;
    }

    /** Writes the next batch, the samples {@code order[first]} to {@code order[first + n − 1]}, into a workspace. */
    void gather(int[] order, int first, int n, Workspace ws) {
        if (augmenters.length == 0) {
            data.gather(order, first, n, ws);
            return;
        }
        x = ws.input();
        data.gather(order, first, n, x, ws.targets());
        this.order = order;
        this.first = first;
        this.n = n;
        threads.run(task);
        augmenters[0].mix(x, ws.targets(), n, data.targetSize(), nextBatch++);
    }

    /** Changes the samples of a batch that are one thread's share. */
    private void change(int thread) {
        int end = (int) ((long) n * (thread + 1) / augmenters.length);
        for (int row = (int) ((long) n * thread / augmenters.length); row < end; row++) {
            augmenters[thread].apply(x, row, firstSample + order[first + row]);
        }
    }
}
