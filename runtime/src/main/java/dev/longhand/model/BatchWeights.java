package dev.longhand.model;

import dev.longhand.Loss;
import dev.longhand.kernel.recurrent.SequenceSteps;
import dev.longhand.loss.WeightedLoss;
import java.util.Arrays;

/**
 * How much each sample of a batch counts: in the metrics by its weight, and in the loss by its weight times that of its
 * class. Masked steps count nothing. All weights are 1 unless a data set with weights was gathered.
 */
public final class BatchWeights {

    private final float[] samples;
    private final float[] inLoss;
    private final SequenceSteps steps;
    private final int outputSteps;
    private final boolean sumsRows;
    private final WeightedLoss loss = new WeightedLoss();
    private boolean hasWeights;

    BatchWeights(ModelInfo info, int maxBatch, SequenceSteps steps) {
        samples = new float[maxBatch];
        inLoss = new float[maxBatch];
        Arrays.fill(samples, 1);
        Arrays.fill(inLoss, 1);
        this.steps = steps;
        outputSteps = info.masking().outputSteps();
        sumsRows = info.outputs().get(0).loss() == Loss.HALF_SQUARED_ERROR;
    }

    /** The steps of an output, each of which may be masked; 1 if an output isn't a sequence of a masked network. */
    public int outputSteps() {
        return outputSteps;
    }

    /** Gives all samples the weight 1. */
    public void clear() {
        if (hasWeights) {
            Arrays.fill(samples, 1);
            Arrays.fill(inLoss, 1);
            hasWeights = false;
        }
    }

    /** Gives row {@code row} of the batch these weights, in metrics and in the loss. */
    public void set(int row, float weight, float weightInLoss) {
        samples[row] = weight;
        inLoss[row] = weightInLoss;
        hasWeights |= weight != 1 || weightInLoss != 1;
    }

    /** Whether any sample's weight isn't 1, or any step of the output is masked. */
    public boolean areGiven() {
        return hasWeights || masksOutput();
    }

    private boolean masksOutput() {
        return outputSteps > 1 && steps.isMasked();
    }

    /**
     * The weight in metrics of one of the rows that the outputs of sample {@code sample} consist of: its steps, or the
     * sample itself.
     *
     * @param row the row, from 0
     * @param rows the rows of a sample
     */
    public float of(int sample, int row, int rows) {
        return includes(sample, row, rows) ? samples[sample] : 0;
    }

    /** The weight in metrics of sample {@code sample}, some of whose steps may be masked. */
    public float ofSample(int sample) {
        return samples[sample];
    }

    /** Whether row {@code row} of the outputs of sample {@code sample} counts, as its step isn't masked. */
    public boolean includes(int sample, int row, int rows) {
        return !masksOutput() || steps.includes(sample, (int) ((long) row * outputSteps / rows));
    }

    /** Σ w of the loss over the first n samples, or over their steps if outputs are sequences of a masked network. */
    public double inLoss(int n) {
        int rows = sumsRows ? 1 : outputSteps;
        if (!areGiven()) {
            return (double) n * rows;
        }
        double sum = 0;
        for (int s = 0; s < n; s++) {
            for (int row = 0; row < rows; row++) {
                sum += rows == 1 || includes(s, row, rows) ? inLoss[s] : 0;
            }
        }
        return sum;
    }

    /** The loss with the weights of the first n samples, each of which has this number of rows. */
    WeightedLoss loss(int rows, int n) {
        loss.begin(n, rows);
        for (int s = 0; s < n; s++) {
            loss.addSample(inLoss[s]);
            for (int row = 0; row < rows; row++) {
                loss.setRow(s * rows + row, includes(s, row, rows) ? inLoss[s] : 0);
            }
        }
        return loss;
    }
}
