package dev.longhand.io;

/**
 * The order of a file's numbers: in which dimension of an array inputs and outputs are. Files of {@link Weights#save} say
 * it themselves. Names and the number of arrays are Longhand's in both: {@code weight}, {@code recurrentWeight}, {@code
 * bias}, {@code gamma}, {@code beta}, {@code runningMean}, {@code runningVariance}.
 */
public enum Layout {

    /**
     * Longhand's, as {@link dev.longhand.Layer} documents it: dense and recurrent weights [in][units], convolutions
     * [rows][columns][channels][filters] and [kernel][channels][filters], the gates of a GRU update, reset, memory.
     */
    OWN,

    /**
     * PyTorch's: weights of {@code Linear}, {@code RNN}, {@code LSTM} and {@code GRU} [units][in], {@code Conv2d}
     * [filters][channels][rows][columns], {@code Conv1d} [filters][channels][kernel], the gates of a {@code GRU} reset,
     * update, new. Each array is reordered when it's loaded; embeddings are the same in both.
     *
     * <p>PyTorch's RNN and LSTM have two biases, {@code bias_ih} and {@code bias_hh}: save their sum. A layer that
     * flattens images reads the channels last here and first in PyTorch: a network with one must be converted before
     * saving, and is refused in this layout.
     */
    PYTORCH
}
