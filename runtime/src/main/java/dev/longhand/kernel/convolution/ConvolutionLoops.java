package dev.longhand.kernel.convolution;

import dev.longhand.Activation;
import dev.longhand.kernel.function.ActivationLoops;
import dev.longhand.kernel.matrix.Matrix;
import dev.longhand.kernel.pool.PoolLoops;
import dev.longhand.kernel.pool.Pooling;
import dev.longhand.kernel.pool.Window;
import java.util.Arrays;

/**
 * Convolutions on top of sums over patches, which can do any range of the samples of a result, or of the
 * weights of a gradient: so several of them can share one job without a sum being split.
 */
public final class ConvolutionLoops implements ConvolutionKernels {

    /** As many sums before pooling stay in a first-level cache of 32 KiB beside what they are made of. */
    private static final int BLOCK = 4096;

    /** As many numbers of padded images wait at once: they stay in a second-level cache of 512 KiB. */
    private static final int IMAGES = 32 * 1024;

    /** Shorter stretches of a patch are worth no loop: gradients go to their pixels instead. */
    private static final int SHORTEST_RUN = 8;

    private static final int[] SELF = {0};

    private final float[] one = {1};
    private final PatchSums patches;
    private final PoolLoops pools = new PoolLoops();
    private final ActivationLoops activations = new ActivationLoops();
    private final NonZeroGradients live = new NonZeroGradients();
    private final Matrix right = new Matrix();
    private final Matrix sums = new Matrix();
    private float[] zeros = new float[0];
    private float[] padded = new float[0];
    private float[] weights = new float[0];
    private float[] spread = new float[0];
    private float[] sumsBefore = new float[0];
    private float[] sumsAfter = new float[0];
    private float[] biasBefore = new float[0];
    private float[] biasAfter = new float[0];

    /** Where the image that {@link #pad} gave begins. */
    private int paddedAt;

    public ConvolutionLoops(PatchSums patches) {
        this.patches = patches;
    }

    /** Sample s of x with its padding: a copy, or x itself where there is none. */
    private float[] pad(Convolution c, float[] x, int s) {
        return pad(c, x, s, 1);
    }

    /** The same for some samples, one behind the other. */
    private float[] pad(Convolution c, float[] x, int first, int count) {
        if (!c.isPadded()) {
            paddedAt = first * c.inputSize();
            return x;
        }
        paddedAt = 0;
        int row = c.width * c.channels;
        int paddedRow = c.paddedWidth() * c.channels;
        padded = zeros(count * c.paddedSize(), padded);
        for (int i = 0; i < count; i++) {
            int to = i * c.paddedSize() + c.window.top() * paddedRow + c.window.left() * c.channels;
            for (int y = 0; y < c.height; y++) {
                System.arraycopy(x, (first + i) * c.inputSize() + y * row, padded, to + y * paddedRow, row);
            }
        }
        return padded;
    }

    @Override
    public void convolution(
            Convolution c, float[] x, float[] p, int w, int b, Activation f, float slope, float[] a, int n) {
        convolution(c, x, p, w, b, f, slope, a, 0, n);
    }

    /** {@link ConvolutionKernels#convolution} for the samples {@code from} to before {@code to}. */
    void convolution(
            Convolution c, float[] x, float[] p, int w, int b, Activation f, float slope, float[] a, int from, int to) {
        for (int s = from; s < to; s++) {
            float[] image = pad(c, x, s);
            sums(c, image, c.pixels, 0, c.pixels.length, p, w, b, a, s * c.outputSize());
        }
        activations.activate(f, slope, a, a, from * c.outputSize(), to * c.outputSize(), c.filters);
    }

    /** The sums of {@code count} pixels, one behind the other from {@code z[at]} on. */
    private void sums(
            Convolution c,
            float[] image,
            int[] pixels,
            int first,
            int count,
            float[] p,
            int w,
            int b,
            float[] z,
            int at) {
        boolean hasBias = b != NO_BIAS;
        float[] start = hasBias ? p : zeros(c.filters);
        int width = c.groupFilters();
        for (int g = 0; g < c.groups; g++) {
            patches.set(
                    image,
                    paddedAt + g * c.groupChannels(),
                    pixels,
                    first,
                    c.taps,
                    right.of(p, w + g * width, c.taps.length, width, c.filters),
                    start,
                    (hasBias ? b : 0) + g * width,
                    0,
                    sums.of(z, at + g * width, count, width, c.filters));
        }
    }

    @Override
    public void convolutionGradient(Convolution c, float[] x, float[] dz, float[] g, int w, int b, int n) {
        convolutionGradient(c, x, dz, g, w, b, n, 0, c.taps.length);
    }

    /** {@link ConvolutionKernels#convolutionGradient} for the taps {@code from} to before {@code to}. */
    void convolutionGradient(Convolution c, float[] x, float[] dz, float[] g, int w, int b, int n, int from, int to) {
        beginGradient(c, from, to);
        for (int s = 0; s < n; s++) {
            addGradient(c, x, s, c.pixels, dz, s * c.outputSize(), b, from, to);
        }
        endGradient(c, g, w, b, from, to);
    }

    private void beginGradient(Convolution c, int from, int to) {
        int size = (to - from) * c.filters;
        sumsBefore = zeros(size, sumsBefore);
        sumsAfter = atLeast(size, sumsAfter);
        biasBefore = zeros(c.filters, biasBefore);
        biasAfter = atLeast(c.filters, biasAfter);
    }

    /** Adds an image's part to the gradients, with dz for these pixels from {@code dz[at]} on. */
    private void addGradient(
            Convolution c, float[] x, int s, int[] pixels, float[] dz, int at, int b, int from, int to) {
        float[] image = pad(c, x, s);
        int width = c.groupFilters();
        for (int g = 0; g < c.groups; g++) {
            patches.set(
                    image,
                    paddedAt + g * c.groupChannels(),
                    c.taps,
                    from,
                    pixels,
                    right.of(dz, at + g * width, pixels.length, width, c.filters),
                    sumsBefore,
                    g * width,
                    c.filters,
                    sums.of(sumsAfter, g * width, to - from, width, c.filters));
        }
        swapSums();
        if (b != NO_BIAS && from == 0) {
            addBiasGradient(c, c.origins, dz, at);
        }
    }

    private void swapSums() {
        float[] swap = sumsBefore;
        sumsBefore = sumsAfter;
        sumsAfter = swap;
    }

    /** Whoever does the first taps does the bias: as weights that read 1 everywhere. */
    private void addBiasGradient(Convolution c, int[] origins, float[] dz, int at) {
        right.of(dz, at, origins.length, c.filters, c.filters);
        patches.set(one, 0, SELF, 0, origins, right, biasBefore, 0, 0, sums.of(biasAfter, 0, 1, c.filters, c.filters));
        float[] swap = biasBefore;
        biasBefore = biasAfter;
        biasAfter = swap;
    }

    private void endGradient(Convolution c, float[] g, int w, int b, int from, int to) {
        System.arraycopy(sumsBefore, 0, g, w + from * c.filters, (to - from) * c.filters);
        if (b != NO_BIAS && from == 0) {
            System.arraycopy(biasBefore, 0, g, b, c.filters);
        }
    }

    @Override
    public void convolutionInputGradient(Convolution c, float[] dz, float[] p, int w, float[] dx, int n) {
        convolutionInputGradient(c, dz, p, w, dx, 0, n);
    }

    /**
     * {@link ConvolutionKernels#convolutionInputGradient} for the samples {@code from} to before {@code to}: a
     * convolution of dz, spread out to where its pixels read, with the weights turned around.
     */
    void convolutionInputGradient(Convolution c, float[] dz, float[] p, int w, float[] dx, int from, int to) {
        int width = c.groupChannels();
        turnWeights(c, p, w);
        spread = zeros(c.spreadSize(), spread);
        zeros(width);
        for (int s = from; s < to; s++) {
            spread(c, dz, s * c.outputSize());
            for (int g = 0; g < c.groups; g++) {
                patches.set(
                        spread,
                        g * c.groupFilters(),
                        c.inputPixels,
                        0,
                        c.backwardTaps,
                        right.of(weights, g * c.backwardTaps.length * width, c.backwardTaps.length, width),
                        zeros,
                        0,
                        0,
                        sums.of(dx, s * c.inputSize() + g * width, c.inputPixels.length, width, c.channels));
            }
        }
    }

    /** Group by group: positions from the last to the first, then filters, then channels. */
    private void turnWeights(Convolution c, float[] p, int w) {
        int positions = c.window.size();
        int channels = c.groupChannels();
        int filters = c.groupFilters();
        weights = atLeast(c.taps.length * c.filters, weights);
        int to = 0;
        for (int g = 0; g < c.groups; g++) {
            for (int position = positions - 1; position >= 0; position--) {
                for (int f = g * filters; f < (g + 1) * filters; f++) {
                    for (int channel = 0; channel < channels; channel++) {
                        weights[to++] = p[w + (position * channels + channel) * c.filters + f];
                    }
                }
            }
        }
    }

    /** Puts output pixels of an image where the last row and column of their patch is; what no input reads is left out. */
    private void spread(Convolution c, float[] dz, int at) {
        Window window = c.window;
        int up = window.coveredRows() - 1 - window.top();
        int left = window.coveredColumns() - 1 - window.left();
        int rows = c.height + window.coveredRows() - 1;
        for (int y = 0; y < c.outputHeight(); y++) {
            int row = y * window.strideY() + up;
            for (int x = 0; x < c.outputWidth() && row >= 0 && row < rows; x++) {
                int column = x * window.strideX() + left;
                if (column >= 0 && column < c.spreadWidth()) {
                    int to = (row * c.spreadWidth() + column) * c.filters;
                    System.arraycopy(dz, at + (y * c.outputWidth() + x) * c.filters, spread, to, c.filters);
                }
            }
        }
    }

    @Override
    public void convolutionMaxPool(
            PooledConvolution c,
            float[] x,
            float[] p,
            int w,
            int b,
            Activation f,
            float slope,
            float[] a,
            float[] winners,
            int n) {
        convolutionMaxPool(c, x, p, w, b, f, slope, a, winners, 0, n);
    }

    /** {@link ConvolutionKernels#convolutionMaxPool} for the samples {@code from} to before {@code to}. */
    void convolutionMaxPool(
            PooledConvolution c,
            float[] x,
            float[] p,
            int w,
            int b,
            Activation f,
            float slope,
            float[] a,
            float[] winners,
            int from,
            int to) {
        if (patches.takesImages(c, f, to - from)) {
            maxOfImages(c, x, p, w, b, f, slope, a, winners, from, to);
            return;
        }
        Convolution convolution = c.convolution;
        int filters = convolution.filters;
        int size = c.poolSize() * filters;
        int most = Math.max(1, Math.min(c.pools(), BLOCK / size));
        // The largest of max(0, z) is max(0, the largest z), of which there are fewer.
        boolean poolsFirst = f == Activation.RELU;
        spread = atLeast(most * size, spread);
        for (int s = from; s < to; s++) {
            float[] image = pad(convolution, x, s);
            for (int pool = 0; pool < c.pools(); pool += most) {
                int count = Math.min(most, c.pools() - pool);
                int pixels = count * c.poolSize();
                sums(convolution, image, c.pixels, pool * c.poolSize(), pixels, p, w, b, spread, 0);
                int at = s * c.outputSize() + pool * filters;
                if (!poolsFirst) {
                    activations.activate(f, slope, spread, spread, 0, count * size, filters);
                }
                patches.maxOfPools(spread, count, c.poolSize(), filters, a, winners, at);
            }
            if (poolsFirst) {
                int at = s * c.outputSize();
                activations.activate(f, slope, a, a, at, at + c.outputSize(), filters);
            }
        }
    }

    private void maxOfImages(
            PooledConvolution c,
            float[] x,
            float[] p,
            int w,
            int b,
            Activation f,
            float slope,
            float[] a,
            float[] winners,
            int from,
            int to) {
        Convolution convolution = c.convolution;
        int most = Math.max(1, IMAGES / convolution.paddedSize());
        for (int s = from; s < to; s += most) {
            int count = Math.min(most, to - s);
            float[] images = pad(convolution, x, s, count);
            int stride = convolution.paddedSize();
            patches.maxOfImages(c, images, paddedAt, stride, count, p, w, b, f, slope, a, winners, s * c.outputSize());
        }
    }

    @Override
    public void convolutionMaxPoolGradient(
            PooledConvolution c, float[] x, float[] winners, float[] dz, float[] g, int w, int b, int n) {
        convolutionMaxPoolGradient(c, x, winners, dz, g, w, b, n, 0, parts(c));
    }

    /** Into how many parts the gradient can be split at most. */
    static int parts(PooledConvolution c) {
        return c.convolution.run < SHORTEST_RUN ? c.convolution.taps.length : c.convolution.filters;
    }

    /** {@link ConvolutionKernels#convolutionMaxPoolGradient} for some of its {@link #parts}. */
    void convolutionMaxPoolGradient(
            PooledConvolution c,
            float[] x,
            float[] winners,
            float[] dz,
            float[] g,
            int w,
            int b,
            int n,
            int from,
            int to) {
        if (c.convolution.run < SHORTEST_RUN) {
            gradientOfTaps(c, x, winners, dz, g, w, b, n, from, to);
        } else {
            gradientOfFilters(c, x, winners, dz, g, w, b, n, from, to);
        }
    }

    private void gradientOfTaps(
            PooledConvolution c,
            float[] x,
            float[] winners,
            float[] dz,
            float[] g,
            int w,
            int b,
            int n,
            int from,
            int to) {
        Convolution convolution = c.convolution;
        int width = convolution.groupFilters();
        beginGradient(convolution, from, to);
        for (int s = 0; s < n; s++) {
            float[] image = pad(convolution, x, s);
            for (int group = 0; group < convolution.groups; group++) {
                patches.addPools(
                        c,
                        group,
                        image,
                        paddedAt + group * convolution.groupChannels(),
                        from,
                        dz,
                        winners,
                        s * c.outputSize(),
                        sumsBefore,
                        sums.of(sumsAfter, group * width, to - from, width, convolution.filters));
            }
            swapSums();
            if (b != NO_BIAS && from == 0) {
                addBiasGradient(convolution, c.origins, dz, s * c.outputSize());
            }
        }
        endGradient(convolution, g, w, b, from, to);
    }

    private void gradientOfFilters(
            PooledConvolution c,
            float[] x,
            float[] winners,
            float[] dz,
            float[] g,
            int w,
            int b,
            int n,
            int from,
            int to) {
        Convolution convolution = c.convolution;
        int taps = convolution.taps.length;
        sumsBefore = zeros((to - from) * taps, sumsBefore);
        biasBefore = zeros(convolution.filters, biasBefore);
        biasAfter = atLeast(convolution.filters, biasAfter);
        for (int s = 0; s < n; s++) {
            float[] image = pad(convolution, x, s);
            patches.addPatches(c, from, to, image, paddedAt, dz, winners, s * c.outputSize(), sumsBefore);
            if (b != NO_BIAS && from == 0) {
                addBiasGradient(convolution, c.origins, dz, s * c.outputSize());
            }
        }
        for (int k = 0; k < taps; k++) {
            for (int f = from; f < to; f++) {
                g[w + k * convolution.filters + f] = sumsBefore[(f - from) * taps + k];
            }
        }
        if (b != NO_BIAS && from == 0) {
            System.arraycopy(biasBefore, 0, g, b, convolution.filters);
        }
    }

    @Override
    public void convolutionMaxPoolInputGradient(
            PooledConvolution c, float[] winners, float[] dz, float[] p, int w, float[] dx, int n) {
        convolutionMaxPoolInputGradient(c, winners, dz, p, w, dx, 0, n);
    }

    /** {@link ConvolutionKernels#convolutionMaxPoolInputGradient} for the samples {@code from} to before {@code to}. */
    void convolutionMaxPoolInputGradient(
            PooledConvolution c, float[] winners, float[] dz, float[] p, int w, float[] dx, int from, int to) {
        Convolution convolution = c.convolution;
        int taps = convolution.taps.length;
        weights = atLeast(taps * convolution.filters, weights);
        for (int k = 0; k < taps; k++) {
            for (int f = 0; f < convolution.filters; f++) {
                weights[f * taps + k] = p[w + k * convolution.filters + f];
            }
        }
        if (patches.takesInputGradients(c)) {
            patches.inputGradientOfImages(c, winners, dz, weights, dx, from, to);
            return;
        }
        for (int s = from; s < to; s++) {
            padded = zeros(convolution.paddedSize(), padded);
            for (int f = 0; f < convolution.filters; f++) {
                live.list(c, winners, dz, s * c.outputSize(), f, f + 1);
                int at = convolution.firstChannel(f);
                patches.addToPatches(weights, f * taps, convolution.runs, convolution.run, live, f, padded, at);
            }
            unpad(convolution, dx, s);
        }
    }

    private void unpad(Convolution c, float[] dx, int s) {
        int row = c.width * c.channels;
        int paddedRow = c.paddedWidth() * c.channels;
        int from = c.window.top() * paddedRow + c.window.left() * c.channels;
        for (int y = 0; y < c.height; y++) {
            System.arraycopy(padded, from + y * paddedRow, dx, s * c.inputSize() + y * row, row);
        }
    }

    @Override
    public void maxPool(Pooling c, float[] x, float[] a, int n) {
        pools.max(c, x, a, 0, n);
    }

    @Override
    public void maxPoolGradient(Pooling c, float[] x, float[] a, float[] da, float[] dx, int n) {
        pools.maxGradient(c, x, a, da, dx, 0, n);
    }

    @Override
    public void averagePool(Pooling c, float[] x, float[] a, int n) {
        pools.average(c, x, a, 0, n);
    }

    @Override
    public void averagePoolGradient(Pooling c, float[] da, float[] dx, int n) {
        pools.averageGradient(c, da, dx, 0, n);
    }

    @Override
    public void stochasticPool(Pooling c, float[] x, long key, float[] a, float[] winners, int n) {
        pools.stochastic(c, x, key, a, winners, 0, n);
    }

    @Override
    public void stochasticPoolMean(Pooling c, float[] x, float[] a, int n) {
        pools.stochasticMean(c, x, a, 0, n);
    }

    @Override
    public void stochasticPoolGradient(Pooling c, float[] winners, float[] da, float[] dx, int n) {
        pools.stochasticGradient(c, winners, da, dx, 0, n);
    }

    PoolLoops pools() {
        return pools;
    }

    private float[] zeros(int count) {
        if (zeros.length < count) {
            zeros = new float[count];
        }
        return zeros;
    }

    /** Begins with so many zeros. */
    private static float[] zeros(int count, float[] array) {
        float[] cleared = atLeast(count, array);
        Arrays.fill(cleared, 0, count, 0);
        return cleared;
    }

    private static float[] atLeast(int length, float[] array) {
        return array.length < length ? new float[length] : array;
    }
}
