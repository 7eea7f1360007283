package dev.longhand.augment;

import dev.longhand.Shape;
import dev.longhand.model.Model;
import dev.longhand.random.CountedRandom;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Test-time augmentation: predicts the mean of a model's outputs for a sample and for changed copies of it.
 *
 * <pre>{@code
 * AveragingPredictor predictor = AveragingPredictor.of(model, Augmentation.rotate(10).then(Augmentation.translate(1)), 8, 1);
 * float[] probabilities = predictor.predict(image);
 * }</pre>
 *
 * <p>The changes follow from the seed, and every sample is changed in the same ways, so that its outputs depend neither
 * on the other samples nor on threads. Any number of threads may use it; nothing is allocated once a thread has
 * predicted, as long as no other one predicts at the same time. While the model's parameters are replaced, the mean may be of
 * outputs before and after.
 */
public final class AveragingPredictor {

    /** The key of the copies, so that they share no random numbers with other uses of the seed. */
    private static final long PURPOSE = 0x636F7079L;

    /** The most samples computed at a time. */
    private static final int MOST_SAMPLES = 128;

    /** The most numbers of the samples computed at a time, unless a single one has more. */
    private static final int MOST_NUMBERS = 1 << 20;

    private final Model model;
    private final Augmentation augmentation;
    private final Shape shape;
    private final int copies;
    private final long seed;
    private final int in;
    private final int out;
    private final int block;
    private final AtomicReference<@Nullable Buffers> buffers = new AtomicReference<>();

    private AveragingPredictor(Model model, Augmentation augmentation, Shape shape, int copies, long seed) {
        this.model = model;
        this.augmentation = augmentation;
        this.shape = shape;
        this.copies = copies;
        this.seed = seed;
        in = model.info().input().size();
        out = model.info().output().size();
        block = Math.max(1, Math.min(MOST_SAMPLES, MOST_NUMBERS / Math.max(in, out)));
    }

    /** What one call needs: an image, and the inputs, outputs and sums of outputs of a block. */
    private record Buffers(Image image, float[] x, float[] y, double[] sums) {}

    /**
     * A predictor with a model whose input is an image: height × width × channels, or height × width.
     *
     * @param copies the number of changed copies, at least 1; the sample itself is predicted too
     * @param seed the seed of the changes
     * @throws IllegalArgumentException if the model's input isn't such an image or can't be changed, or there are no copies
     */
    public static AveragingPredictor of(Model model, Augmentation augmentation, int copies, long seed) {
        return of(model, augmentation, model.info().input(), copies, seed);
    }

    /**
     * A predictor with a model whose input is an image of this shape, which it may read as a flat vector.
     *
     * @param shape height × width × channels, or height × width
     * @param copies the number of changed copies, at least 1; the sample itself is predicted too
     * @param seed the seed of the changes
     * @throws IllegalArgumentException if the model's input has another size or can't be changed, or there are no copies
     */
    public static AveragingPredictor of(Model model, Augmentation augmentation, Shape shape, int copies, long seed) {
        augmentation.requireFits(Image.of(shape));
        if (shape.size() != model.info().input().size()) {
            throw new IllegalArgumentException("images of " + shape + " are " + shape.size() + " numbers, but "
                    + model.info().name() + " takes inputs of "
                    + model.info().input().size() + " (" + model.info().input() + ")");
        }
        if (augmentation.mixes()) {
            throw new IllegalArgumentException(
                    "mixup is for training: leave it out of the augmentation that predictions are averaged over");
        }
        if (copies < 1) {
            throw new IllegalArgumentException("copies " + copies + " must be at least 1: 8 are usual");
        }
        return new AveragingPredictor(model, augmentation, shape, copies, seed);
    }

    /**
     * The mean outputs for one sample or for several, one after the other in x.
     *
     * @param x [n][input]
     * @return [n][output]
     * @throws IllegalArgumentException if x doesn't hold whole samples
     */
    public float[] predict(float[] x) {
        if (x.length == 0 || x.length % in != 0) {
            throw new IllegalArgumentException(model.info().name() + " takes samples of " + in + " numbers ("
                    + model.info().input() + "), but the array holds " + x.length);
        }
        int n = x.length / in;
        if ((long) n * out > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(n + " samples of " + model.info().name() + " give " + (long) n * out
                    + " outputs, more than an array can hold: predict fewer at a time");
        }
        float[] y = new float[n * out];
        predict(x, n, y);
        return y;
    }

    /**
     * Writes the mean outputs for n samples to y.
     *
     * @param x [n][input], at least
     * @param n the number of samples, at least 1
     * @param y [n][output], at least
     * @throws IllegalArgumentException if n is less than 1, or x or y is too short for n samples
     */
    public void predict(float[] x, int n, float[] y) {
        if (n < 1 || x.length < (long) n * in || y.length < (long) n * out) {
            throw new IllegalArgumentException(
                    "%s samples of %s have %s inputs and %s outputs, but x holds %s numbers and y %s"
                            .formatted(n, model.info().name(), (long) n * in, (long) n * out, x.length, y.length));
        }
        Buffers taken = buffers.getAndSet(null);
        Buffers own = taken == null
                ? new Buffers(Image.of(shape), new float[block * in], new float[block * out], new double[block * out])
                : taken;
        for (int first = 0; first < n; first += block) {
            predict(own, x, first, Math.min(block, n - first), y);
        }
        buffers.set(own);
    }

    /** Predicts the samples {@code first} to {@code first + count − 1}. */
    private void predict(Buffers own, float[] x, int first, int count, float[] y) {
        Arrays.fill(own.sums, 0);
        for (int copy = 0; copy <= copies; copy++) {
            System.arraycopy(x, first * in, own.x, 0, count * in);
            if (copy > 0) {
                change(own, count, CountedRandom.key(seed, PURPOSE, copy));
            }
            model.predict(own.x, count, own.y);
            for (int i = 0; i < count * out; i++) {
                own.sums[i] += own.y[i];
            }
        }
        for (int i = 0; i < count * out; i++) {
            y[first * out + i] = (float) (own.sums[i] / (copies + 1));
        }
    }

    private void change(Buffers own, int count, long key) {
        for (int row = 0; row < count; row++) {
            own.image.read(own.x, row * in);
            augmentation.apply(own.image, key);
            own.image.write(own.x, row * in);
        }
    }
}
