package dev.longhand.training.batch;

import java.io.IOException;

/** Which samples are in each batch, from a batch on to the end of the last epoch. */
final class BatchPlan implements ReadAhead.Plan {

    private final Batches batches;
    private final SampleOrder order;
    private final SourceReader reader;
    private final int epochs;
    private int epoch;
    private int number;
    private boolean isBegun;

    /**
     * A plan.
     *
     * @param reader is told where each epoch begins
     * @param epoch the epoch of the first batch, counted from 1
     * @param number the number of the first batch in its epoch, counted from 0
     * @param epochs the last epoch
     */
    BatchPlan(Batches batches, SampleOrder order, SourceReader reader, int epoch, int number, int epochs) {
        this.batches = batches;
        this.order = order;
        this.reader = reader;
        this.epoch = epoch;
        this.number = number;
        this.epochs = epochs;
    }

    @Override
    public boolean next(LoadedBatch batch) throws IOException {
        if (number == batches.count()) {
            if (epoch == epochs) {
                return false;
            }
            epoch++;
            number = 0;
            isBegun = false;
        }
        batch.n = batches.samplesOf(number);
        if (!isBegun) {
            long position = batches.firstOf(number);
            order.begin(epoch, position);
            reader.begin(position);
            isBegun = true;
        }
        batch.epoch = epoch;
        batch.number = number++;
        for (int row = 0; row < batch.n; row++) {
            batch.samples[row] = order.next();
        }
        return true;
    }
}
