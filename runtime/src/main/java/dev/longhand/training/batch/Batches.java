package dev.longhand.training.batch;

import dev.longhand.Shape;
import dev.longhand.model.LayerInfo;
import dev.longhand.model.ModelInfo;
import java.util.Optional;

/**
 * The batches of an epoch: {@code size} samples each, the last one what is left.
 *
 * <p>Batch norm with one number for each channel of a sample, as after a dense layer, can't learn from one sample: the
 * number is its own mean, so it becomes 0 whatever the layers before it compute, and their gradient is 0. With such a
 * network a last batch of one sample is joined to the batch before it. Any other network takes that step.
 *
 * @param samples the samples of an epoch
 * @param size the samples of a batch
 * @param count the batches of an epoch
 */
public record Batches(long samples, int size, int count) {

    /**
     * Divides the samples.
     *
     * @throws IllegalArgumentException if the network can't learn from such batches
     */
    static Batches of(ModelInfo info, long samples, int size) {
        if (samples == 1) {
            requireSeveral(info, 1, "a data set of 1 sample", "train on 2 samples or more");
        }
        requireSeveral(info, size, "batchSize " + size, "use batchSize(2) or more");
        long batches = (samples - 1) / size + 1;
        if (batches > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("batchSize " + size + " divides " + samples + " samples into " + batches
                    + " batches, more than can be counted: use a larger batchSize");
        }
        int count = (int) batches;
        boolean joinsLast =
                count > 1 && samples % size == 1 && normOfOneNumber(info).isPresent();
        return new Batches(samples, size, joinsLast ? count - 1 : count);
    }

    /**
     * Refuses batches of one sample if a batch norm would have one number for each channel.
     *
     * @param samples the samples of a batch
     * @param what what is wrong, as the subject of a sentence
     * @param remedy what to do instead, beside another layer
     */
    public static void requireSeveral(ModelInfo info, int samples, String what, String remedy) {
        Optional<LayerInfo> norm = samples > 1 ? Optional.empty() : normOfOneNumber(info);
        if (norm.isPresent()) {
            throw new IllegalArgumentException("%s leaves batch norm \"%s\" of %s one number for each channel, which it"
                            .formatted(what, norm.get().name(), info.name())
                    + " turns into 0 whatever the layers before it compute: " + remedy
                    + ", or @LayerNorm instead of @BatchNorm");
        }
    }

    /** The first batch norm with one number for each channel of a sample. */
    private static Optional<LayerInfo> normOfOneNumber(ModelInfo info) {
        return info.layers().stream()
                .filter(layer -> layer.kind().equals("BatchNorm")
                        && channels(layer.input()) == layer.input().size())
                .findFirst();
    }

    private static int channels(Shape shape) {
        return shape.dimension(shape.rank() - 1);
    }

    /** The first sample of batch {@code i}, counted from 0. */
    long firstOf(int i) {
        return (long) i * size;
    }

    /** The samples of batch {@code i}, counted from 0. */
    public int samplesOf(int i) {
        return i == count - 1 ? (int) (samples - firstOf(i)) : size;
    }

    /** The samples of the largest batch. */
    public int largest() {
        return Math.max(samplesOf(0), samplesOf(count - 1));
    }
}
