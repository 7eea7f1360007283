package dev.longhand.io;

import dev.longhand.safetensors.SafetensorsHeader;
import java.util.Map;
import java.util.Optional;

/**
 * The order of a file's numbers: in which dimension of an array inputs and outputs are. Files of {@link Weights#save} say
 * it themselves. The names of the tensors are those of the network's arrays in both, {@code weight}, {@code
 * recurrentWeight}, {@code bias}, {@code recurrentBias}, {@code gamma}, {@code beta}, {@code runningMean}, {@code
 * runningVariance}, or PyTorch's in PyTorch's layout; {@link TensorNames} maps others.
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
     * <p>Images, and sequences that a convolution or pool computes, have the channels first in PyTorch: the weights of a
     * dense layer behind a flatten layer, and the arrays of a normalization there, are reordered accordingly. What else
     * depends on the order of channels, such as a reshape layer that splits them, is refused.
     *
     * <p>A layer's tensors are those of a module: {@code norm.weight}, {@code norm.bias}, {@code norm.running_mean},
     * {@code norm.running_var}; {@code lstm.weight_ih_l0}, {@code lstm.weight_hh_l0}, {@code lstm.bias_ih_l0}, {@code
     * lstm.bias_hh_l0}, or without {@code _l0} as cells have them. The two biases of an RNN and an LSTM are added up. The
     * counter {@code num_batches_tracked} of a batch norm is skipped.
     */
    PYTORCH;

    /**
     * The layout that the metadata of a safetensors file tells: by {@code layout}, which is {@code torch}, {@code
     * pytorch} or {@code longhand}, else by {@code format}, which is {@code pt} in files that PyTorch's users save and
     * {@code longhand} in Longhand's own; empty if they tell none.
     */
    public static Optional<Layout> of(Map<String, String> metadata) {
        String format = metadata.getOrDefault(SafetensorsHeader.FORMAT, "");
        if (format.equals(SafetensorsHeader.OWN_FORMAT)) {
            return Optional.of(OWN);
        }
        return switch (metadata.getOrDefault(SafetensorsHeader.LAYOUT, "")) {
            case "torch", "pytorch" -> Optional.of(PYTORCH);
            case "longhand" -> Optional.of(OWN);
            default -> format.equals("pt") ? Optional.of(PYTORCH) : Optional.empty();
        };
    }
}
