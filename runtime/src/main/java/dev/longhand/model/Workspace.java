package dev.longhand.model;

import dev.longhand.kernel.KernelDecorator;
import dev.longhand.kernel.convolution.ConvolutionKernels;
import dev.longhand.kernel.dense.DenseKernels;
import dev.longhand.kernel.dense.InputBatch;
import dev.longhand.kernel.embedding.EmbeddingKernels;
import dev.longhand.kernel.function.FunctionKernels;
import dev.longhand.kernel.noise.GaussianNoise;
import dev.longhand.kernel.norm.NormKernels;
import dev.longhand.kernel.pool.PoolKernels;
import dev.longhand.kernel.provider.KernelSet;
import dev.longhand.kernel.recurrent.RecurrentKernels;
import dev.longhand.kernel.recurrent.SequenceSteps;
import dev.longhand.kernel.weights.PackedWeights;
import dev.longhand.kernel.weights.WeightSource;
import dev.longhand.loss.WeightedLoss;
import dev.longhand.model.LayerInfo.Outputs;
import dev.longhand.random.CountedRandom;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All arrays that one thread's passes through a network need, for batches of up to a fixed number of samples:
 * allocated once and reused.
 *
 * <p>All arrays are flat, a row a sample; a batch of n samples uses the first n rows.
 */
public final class Workspace {

    /** The most samples evaluated at a time. */
    private static final int EVALUATED = 256;

    /** The numbers that the arrays of an evaluation hold together, unless a single sample needs more: 64 MiB. */
    private static final long EVALUATED_NUMBERS = 1 << 24;

    /** What passes a workspace has arrays for. */
    private enum Purpose {
        TRAINING,
        EVALUATING,
        PREDICTING
    }

    private final ModelInfo info;
    private final int maxBatch;
    private final InputBatch input;
    private final float[] data;
    private final int inputSize;
    private final boolean skipsZeros;
    private final float[] targets;
    private final JoinedOutputs outputs;
    private final boolean joinsOutputs;
    private final float[][] activations;
    private final float[][] activationGradients;
    private final float[][] buffers;
    private final float[] gradients;
    private final WeightSource packed = new WeightSource();
    private final KernelSet kernels;
    private final SequenceSteps steps;
    private final @Nullable RecurrentKernels maskedRecurrence;
    private final BatchWeights weights;
    private long seed;
    private long step;

    /**
     * A workspace for training and prediction.
     *
     * @param maxBatch the most samples of a batch, at least 1
     */
    public Workspace(ModelInfo info, int maxBatch) {
        this(info, maxBatch, Threads.of(1));
    }

    /** A workspace for training and prediction; several threads share the larger loops. */
    public Workspace(ModelInfo info, int maxBatch, Threads threads) {
        this(info, maxBatch, Purpose.TRAINING, threads, null);
    }

    /** A workspace for training and prediction whose passes call what {@code decorator} puts in front of kernels. */
    public Workspace(ModelInfo info, int maxBatch, Threads threads, KernelDecorator decorator) {
        this(info, maxBatch, Purpose.TRAINING, threads, decorator);
    }

    /** A workspace for prediction only, without gradients. */
    static Workspace forPredicting(ModelInfo info, int maxBatch) {
        return new Workspace(info, maxBatch, Purpose.PREDICTING, Threads.of(1), null);
    }

    /**
     * A workspace for {@link Model#forward} and {@link Model#loss}, but not for {@link Model#backward}: it has no
     * gradients beside the one that the loss writes. It holds 256 samples, or fewer if samples are large or not as many
     * are to be evaluated.
     *
     * @param samples how many samples are to be evaluated, at least 1
     */
    public static Workspace forEvaluating(ModelInfo info, int samples, Threads threads) {
        int block = Predictor.block(info, EVALUATED, EVALUATED_NUMBERS);
        return new Workspace(info, Math.min(samples, block), Purpose.EVALUATING, threads, null);
    }

    private Workspace(
            ModelInfo info, int maxBatch, Purpose purpose, Threads threads, @Nullable KernelDecorator decorator) {
        if (maxBatch < 1) {
            throw new IllegalArgumentException("a workspace holds at least 1 sample, not " + maxBatch);
        }
        boolean training = purpose == Purpose.TRAINING;
        this.info = info;
        this.maxBatch = maxBatch;
        kernels = KernelSet.of(threads.team(), packed, decorator);
        requireRoom(info, info.input().size());
        input = InputBatch.of(maxBatch, info.input().size());
        data = input.values();
        inputSize = info.input().size();
        skipsZeros = info.skipsZeros() && input.canSkip();
        targets = new float
                [purpose == Purpose.PREDICTING ? 0 : rows(info, info.output().size())];
        outputs = new JoinedOutputs(info, maxBatch, purpose != Purpose.PREDICTING);
        joinsOutputs = info.joinsOutputs();
        int layers = info.layers().size();
        activations = new float[layers][];
        activationGradients = new float[layers][];
        boolean onlyViews = info.layers().stream().allMatch(LayerInfo::sharesInput);
        for (int i = 0; i < layers; i++) {
            LayerInfo layer = info.layers().get(i);
            int size = layer.outputs() == Outputs.PASSED_ON
                    ? 0
                    : rows(info, layer.output().size());
            if (layer.sharesInput()) {
                int source = layer.sources().get(0);
                activations[i] = source < 0 ? data : activations[source];
                activationGradients[i] =
                        source < 0 ? new float[training && onlyViews ? size : 0] : activationGradients[source];
            } else {
                activations[i] = new float[size];
                activationGradients[i] = new float[training ? size : 0];
            }
        }
        if (purpose == Purpose.EVALUATING) {
            // A loss writes one gradient, at most as large as the outputs: that of the layer whose outputs it
            // differentiates.
            Arrays.fill(activationGradients, new float[rows(info, info.output().size())]);
        }
        buffers = info.buffers().stream()
                .map(buffer -> new float[buffer.perSample() ? rows(info, buffer.size()) : buffer.size()])
                .toArray(float[][]::new);
        gradients = new float[training ? info.parameterCount() : 0];
        steps = SequenceSteps.of(
                info.masking().isMasked() ? maxBatch : 0, info.masking().time());
        maskedRecurrence = info.masking().isMasked() ? kernels.recurrence().within(steps) : null;
        weights = new BatchWeights(info, purpose == Purpose.PREDICTING ? 0 : maxBatch, steps);
    }

    private int rows(ModelInfo info, int rowSize) {
        requireRoom(info, rowSize);
        return rowSize * maxBatch;
    }

    private void requireRoom(ModelInfo info, int rowSize) {
        long size = (long) rowSize * maxBatch;
        if (size > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("a batch of " + maxBatch + " samples of " + info.name()
                    + " needs an array of " + size + " numbers, more than Java can hold: use a smaller batch");
        }
    }

    /**
     * Checks that a pass through the network {@code pass} with n samples can run here.
     *
     * @throws IllegalArgumentException if the workspace was made for another network, or for fewer samples
     */
    public void require(ModelInfo pass, int n) {
        if (!Objects.equals(pass, info)) {
            throw new IllegalArgumentException(
                    "a pass through " + pass.name() + " needs a workspace of this network, not one of " + info.name()
                            + ": make it with workspace(" + n + ") of the model");
        }
        if (n < 1 || n > maxBatch) {
            throw new IllegalArgumentException(n + " samples of " + info.name() + " don't fit a workspace for 1 to "
                    + maxBatch + ": make one with workspace(n), n the most samples of a batch");
        }
    }

    /** Makes the products of the next passes read packed weights that other workspaces read too, if there are any. */
    void share(@Nullable PackedWeights weights) {
        packed.share(weights);
    }

    /** The most samples of a batch. */
    public int maxBatch() {
        return maxBatch;
    }

    /** The samples, [n][input]: written by the caller before a forward pass. */
    public float[] input() {
        return input.values();
    }

    /** The samples in the form that a first layer may read, in which zeros can be left out. */
    public InputBatch inputBatch() {
        return input;
    }

    /** Whether the first layer reads {@link #inputBatch}, so that zeros may be left out. */
    public boolean skipsZeros() {
        return skipsZeros;
    }

    /** Reads n samples of x, starting with sample {@code first}; leaves out zeros where that pays. */
    void read(float[] x, int first, int n, @Nullable Lengths lengths) {
        steps.clear();
        int offset = first * inputSize;
        if (skipsZeros) {
            input.read(x, offset, n);
        } else {
            System.arraycopy(x, offset, input.values(), 0, n * inputSize);
        }
        for (int row = 0; lengths != null && row < n; row++) {
            lengths.mask(this, row, first + row);
        }
    }

    /** The targets, [n][output]: written by the caller before {@link Model#loss}. */
    public float[] targets() {
        return targets;
    }

    /** Copies the targets of each of several outputs, for their losses. */
    public void splitTargets(int n) {
        outputs.split(targets, n);
    }

    /** The targets of the output that layer {@code layer} is, [n][size], after {@link Model#loss}. */
    public float[] targets(int layer) {
        return joinsOutputs ? outputs.targets(layer) : targets;
    }

    /** Sets the loss of the output that layer {@code layer} is, one of several. */
    public void setLoss(int layer, float loss) {
        outputs.setLoss(layer, loss);
    }

    /** The loss of the output that layer {@code layer} is, one of several, without its weight, after {@link Model#loss}. */
    public float loss(int layer) {
        return outputs.loss(layer);
    }

    /**
     * The steps of each sample that belong to its sequence, all of them unless {@link #setSteps} says otherwise; of no
     * sample if the network isn't declared with {@code masked = true}.
     */
    public SequenceSteps steps() {
        return steps;
    }

    /**
     * Masks the steps of a sample before {@code first} and from {@code end} on, and sets its inputs there to 0, so that
     * no padding, not even NaN, changes a result. After the inputs are written, in a network with {@code masked = true}.
     */
    public void setSteps(int sample, int first, int end) {
        steps.set(sample, first, end);
        float[] x = input();
        int features = inputSize / steps.time();
        Arrays.fill(x, sample * inputSize, sample * inputSize + first * features, 0);
        Arrays.fill(x, sample * inputSize + end * features, (sample + 1) * inputSize, 0);
    }

    /** How much each sample counts, in the loss and in metrics. */
    public BatchWeights weights() {
        return weights;
    }

    /** Whether {@link #weightedLoss} computes the loss: samples have weights other than 1, or masked outputs. */
    public boolean isWeighted() {
        return weights.areGiven();
    }

    /**
     * The loss of n samples by their weights.
     *
     * @param rows the rows of a sample that a loss is computed of: its steps or 1
     */
    public WeightedLoss weightedLoss(int rows, int n) {
        return weights.loss(rows, n);
    }

    /** Copies several outputs of n samples side by side, at the end of a forward pass. */
    public void joinOutputs(int n) {
        outputs.join(activations, n);
    }

    /** The outputs, [n][output], after a forward pass: those of the last layer or, of several, side by side. */
    public float[] output() {
        return joinsOutputs ? outputs.joined() : activations[activations.length - 1];
    }

    /**
     * a of layer {@code layer}, counted from 0: its outputs, after a forward pass; empty if it's fused with the layer
     * that reads them. A predicting pass doesn't write the outputs of a convolution that is folded with the batch norm
     * after it, nor those of a batch norm that is computed together with the activation after it.
     */
    public float[] activation(int layer) {
        return activations[layer] == data ? input.values() : activations[layer];
    }

    /** da of layer {@code layer}: the gradient of the loss with respect to its outputs, after a backward pass. */
    public float[] gradient(int layer) {
        return activationGradients[layer];
    }

    /** Numbers that a layer keeps beside its outputs for the loss or its backward pass. */
    public float[] buffer(int index) {
        return buffers[index];
    }

    /** The gradient of the loss with respect to every parameter, in their order; backward overwrites it. */
    public float[] gradients() {
        return gradients;
    }

    /** The kernels of activation functions. */
    public FunctionKernels functions() {
        return kernels.functions();
    }

    /** The kernels of dense layers. */
    public DenseKernels dense() {
        return kernels.dense();
    }

    /** The kernels of convolutions. */
    public ConvolutionKernels convolutions() {
        return kernels.convolutions();
    }

    /** The kernels of pooling layers. */
    public PoolKernels pools() {
        return kernels.pools();
    }

    /** The kernels of normalization layers. */
    public NormKernels norms() {
        return kernels.norms();
    }

    /** The kernels of recurrent layers, which skip masked steps. */
    public RecurrentKernels recurrence() {
        return maskedRecurrence == null ? kernels.recurrence() : maskedRecurrence;
    }

    /** The kernels of embeddings. */
    public EmbeddingKernels embeddings() {
        return kernels.embeddings();
    }

    /** Sets the seed and the number of the next step, from which all its random numbers follow. */
    public void beginStep(long seed, long step) {
        this.seed = seed;
        this.step = step;
    }

    /** The key of the random numbers that layer {@code layer} draws in this step. */
    public long randomKey(int layer) {
        return CountedRandom.key(seed, step, layer);
    }

    /**
     * Draws layer {@code layer}'s dropout mask for this step: each element 0 with probability {@code
     * rate}, else 1/(1 − rate).
     */
    public void drawDropout(int layer, float rate, float[] mask, int count) {
        float kept = 1 / (1 - rate);
        long key = randomKey(layer);
        for (int i = 0; i < count; i++) {
            mask[i] = CountedRandom.uniform(key, i) < rate ? 0 : kept;
        }
    }

    /** Draws layer {@code layer}'s noise for this step: normal numbers with mean 0 and this standard deviation. */
    public void drawNoise(int layer, float stddev, float[] noise, int count) {
        GaussianNoise.draw(CountedRandom.key(seed, step, layer), stddev, noise, count);
    }
}
