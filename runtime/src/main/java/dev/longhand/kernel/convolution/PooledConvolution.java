package dev.longhand.kernel.convolution;

import dev.longhand.kernel.pool.Window;
import java.util.Arrays;

/**
 * The shape of a convolution of whose output only the maximum of each pool is wanted: pools of {@code
 * poolHeight} × {@code poolWidth} pixels lie side by side; rows and columns that fill no pool are left out.
 */
public final class PooledConvolution {

    final Convolution convolution;
    final int poolHeight;
    final int poolWidth;
    private final int pooledHeight;
    private final int pooledWidth;

    /** Where pixels begin to read, as {@link Convolution#pixels}, but pool by pool. */
    final int[] pixels;

    /**
     * The padded row in which pixels begin to read times 2¹⁶, plus the output column, as {@link #pixels} otherwise;
     * empty if images are too large for that.
     */
    final int[] lines;

    /** Where the first pixel of each pool begins to read. */
    final int[] firstPixels;

    /** Where from there on the filters of a pool's pixels read, each place once. */
    final int[] reads;

    /** Which of them are read by a pixel's weights: {@code readOf[pixel·taps + tap]}. */
    final int[] readOf;

    /** 0 for each pool: where something that is the same everywhere is read. */
    final int[] origins;

    private PooledConvolution(Convolution convolution, int poolHeight, int poolWidth) {
        this.convolution = convolution;
        this.poolHeight = poolHeight;
        this.poolWidth = poolWidth;
        Window pool = Window.of(poolHeight, poolWidth).stride(poolHeight, poolWidth);
        pooledHeight = pool.outputHeight(convolution.outputHeight());
        pooledWidth = pool.outputWidth(convolution.outputWidth());
        pixels = new int[pooledHeight * pooledWidth * poolSize()];
        for (int i = 0; i < pixels.length; i++) {
            int position = i % poolSize();
            int place = i / poolSize();
            int y = place / pooledWidth * poolHeight + position / poolWidth;
            int x = place % pooledWidth * poolWidth + position % poolWidth;
            pixels[i] = convolution.pixels[y * convolution.outputWidth() + x];
        }
        boolean small = convolution.paddedHeight() < 1 << 15 && convolution.outputWidth() < 1 << 16;
        lines = new int[small ? pixels.length : 0];
        Arrays.setAll(lines, i -> {
            int position = i % poolSize();
            int place = i / poolSize();
            int y = place / pooledWidth * poolHeight + position / poolWidth;
            int x = place % pooledWidth * poolWidth + position % poolWidth;
            return y * convolution.window.strideY() << 16 | x;
        });
        origins = new int[pools()];
        firstPixels = new int[pools()];
        Arrays.setAll(firstPixels, i -> pixels[i * poolSize()]);
        int[] taps = convolution.taps;
        int[] places = new int[pools() == 0 ? 0 : poolSize() * taps.length];
        Arrays.setAll(places, i -> pixels[i / taps.length] - pixels[0] + taps[i % taps.length]);
        reads = Arrays.stream(places).sorted().distinct().toArray();
        readOf = new int[places.length];
        Arrays.setAll(readOf, i -> Arrays.binarySearch(reads, places[i]));
    }

    /** A convolution and the maximum of each {@code poolHeight} × {@code poolWidth} pixels of what it gives. */
    public static PooledConvolution of(Convolution convolution, int poolHeight, int poolWidth) {
        return new PooledConvolution(convolution, poolHeight, poolWidth);
    }

    /** PoolLoops in an image. */
    int pools() {
        return pooledHeight * pooledWidth;
    }

    /** Pixels of a pool. */
    int poolSize() {
        return poolHeight * poolWidth;
    }

    /** Numbers of an image that goes out. */
    public int outputSize() {
        return pools() * convolution.filters;
    }

    /** At most: gradients that are 0 are left out. */
    long gradientMultiplyAdds() {
        return (long) outputSize() * convolution.taps.length;
    }
}
