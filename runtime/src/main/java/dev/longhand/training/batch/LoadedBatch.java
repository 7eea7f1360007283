package dev.longhand.training.batch;

import dev.longhand.data.SampleBuffer;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/** A batch that was read ahead, or why it couldn't be. */
final class LoadedBatch {

    final SampleBuffer buffer;

    /** The numbers, in the source, of the samples in the rows of the buffer. */
    final long[] samples;

    /** The same by row, for messages. */
    final IntToLongFunction sampleOfRow;

    int epoch;

    /** The number of the batch in its epoch, counted from 0. */
    int number;

    /** The number of samples. */
    int n;

    @Nullable
    Throwable failure;

    LoadedBatch(SampleBuffer buffer) {
        this.buffer = buffer;
        long[] numbers = new long[buffer.rows()];
        samples = numbers;
        sampleOfRow = row -> numbers[row];
    }
}
