package dev.longhand.model;

/**
 * The outputs of a batch side by side, and the targets and the loss of each, where a network has several: they are arrays of
 * their layers, while predictions and data sets have all of a sample in one row.
 */
final class JoinedOutputs {

    private static final float[] NONE = {};

    private final OutputInfo[] outputs;

    /** [n][outputs of a sample]. */
    private final float[] joined;

    /** For each layer that is an output its columns of the targets, [n][size]. */
    private final float[][] targets;

    /** For each layer that is an output its last loss. */
    private final float[] losses;

    /**
     * Room for batches of up to {@code maxBatch} samples.
     *
     * @param hasTargets whether there are losses
     */
    JoinedOutputs(ModelInfo info, int maxBatch, boolean hasTargets) {
        outputs = info.joinsOutputs() ? info.outputs().toArray(OutputInfo[]::new) : new OutputInfo[0];
        joined = outputs.length == 0 ? NONE : new float[info.output().size() * maxBatch];
        targets = new float[info.layers().size()][];
        losses = new float[info.layers().size()];
        for (OutputInfo output : outputs) {
            targets[output.layer()] = hasTargets ? new float[output.size() * maxBatch] : NONE;
        }
    }

    /** The outputs, side by side. */
    float[] joined() {
        return joined;
    }

    /** Copies the outputs of n samples. */
    void join(float[][] activations, int n) {
        for (OutputInfo output : outputs) {
            float[] a = activations[output.layer()];
            int size = output.size();
            for (int s = 0; s < n; s++) {
                System.arraycopy(a, s * size, joined, s * output.rowSize() + output.offset(), size);
            }
        }
    }

    /** Copies the columns of each output from the targets of n samples. */
    void split(float[] all, int n) {
        for (OutputInfo output : outputs) {
            float[] t = targets[output.layer()];
            int size = output.size();
            for (int s = 0; s < n; s++) {
                System.arraycopy(all, s * output.rowSize() + output.offset(), t, s * size, size);
            }
        }
    }

    float[] targets(int layer) {
        return targets[layer];
    }

    void setLoss(int layer, float loss) {
        losses[layer] = loss;
    }

    float loss(int layer) {
        return losses[layer];
    }
}
