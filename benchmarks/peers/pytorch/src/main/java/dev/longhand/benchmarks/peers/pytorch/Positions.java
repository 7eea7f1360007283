package dev.longhand.benchmarks.peers.pytorch;

import dev.longhand.benchmarks.work.ArraySlice;
import dev.longhand.benchmarks.work.NetworkLayer.Cell;
import dev.longhand.benchmarks.work.NetworkLayer.Convolution;
import dev.longhand.benchmarks.work.NetworkLayer.Images;
import java.util.stream.IntStream;

/** Where the elements of PyTorch's tensors are in Longhand's arrays. */
final class Positions {

    private Positions() {}

    /** 0 to count − 1: rows or columns in the same order. */
    static int[] inOrder(int count) {
        return IntStream.range(0, count).toArray();
    }

    /** The rows of images flattened with channels outermost: PyTorch's row c·height·width + i is Longhand's i·channels + c. */
    static int[] channelsFirst(Images images) {
        int pixels = images.height() * images.width();
        return IntStream.range(0, pixels * images.channels())
                .map(row -> row % pixels * images.channels() + row / pixels)
                .toArray();
    }

    /** The columns of the gates: PyTorch's LSTM has them in Longhand's order, its GRU as r z n, which are Longhand's u r m. */
    static int[] gates(Cell cell, int units) {
        int[] order = cell == Cell.LSTM ? new int[] {0, 1, 2, 3} : new int[] {1, 0, 2};
        return IntStream.range(0, order.length * units)
                .map(column -> order[column / units] * units + column % units)
                .toArray();
    }

    /** A vector of these columns. */
    static int[] vector(ArraySlice array, int[] columns) {
        return IntStream.of(columns).map(column -> array.offset() + column).toArray();
    }

    /** A matrix [columns][rows] of Longhand's [rows][columns]. */
    static int[] transposed(ArraySlice array, int[] rows, int[] columns) {
        return IntStream.range(0, array.size())
                .map(i -> array.offset() + rows[i % rows.length] * columns.length + columns[i / rows.length])
                .toArray();
    }

    /** Kernels [filters][channels][rows][columns] of Longhand's [rows][columns][channels][filters]. */
    static int[] kernels(Convolution layer) {
        int area = layer.kernel() * layer.kernel();
        int channels = layer.input().channels();
        return IntStream.range(0, layer.weight().size())
                .map(i -> {
                    int filter = i / (area * channels);
                    int channel = i / area % channels;
                    return layer.weight().offset() + (i % area * channels + channel) * layer.filters() + filter;
                })
                .toArray();
    }
}
