package dev.longhand.importer.keras;

import dev.longhand.importer.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which steps are masked. Keras computes a mask from the data, by {@code mask_zero} of an embedding or a {@code Masking} layer,
 * and passes it on to recurrent layers; here the lengths of sequences mask the steps of the data. Both are the same where every
 * recurrent layer reads a mask and no other layer mixes steps that are masked.
 */
final class Masks {

    private static final Set<String> RECURRENT = Set.of("SimpleRNN", "GRU", "LSTM");

    /** What passes a mask on in Keras, and computes each step alone here. */
    private static final Set<String> PASSING = Set.of(
            "Dense",
            "TimeDistributed",
            "LayerNormalization",
            "Activation",
            "ReLU",
            "LeakyReLU",
            "ELU",
            "PReLU",
            "Softmax",
            "Dropout",
            "SpatialDropout1D",
            "GaussianDropout",
            "AlphaDropout",
            "GaussianNoise",
            "ActivityRegularization",
            "Identity",
            "Masking",
            "Add",
            "Average",
            "Multiply",
            "Concatenate");

    private final Set<String> masked = new HashSet<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<Refusal> changes = new ArrayList<>();
    private Optional<LayerConfig> source = Optional.empty();
    private boolean isRead;

    /**
     * Follows the mask through a layer.
     *
     * @param reads the names of the layers that it reads
     * @param hasMask whether a mask is passed to it
     */
    void follow(KerasLayer layer, List<String> reads, boolean hasMask) throws UnsupportedLayerException {
        LayerConfig config = layer.config();
        String className = config.className();
        boolean begins =
                className.equals("Masking") || className.equals("Embedding") && config.flag("mask_zero", false);
        if (begins) {
            source = Optional.of(config);
            masked.add(config.name());
            double value = config.number("mask_value", 0);
            if (value != 0) {
                changes.add(Refusal.of(
                        className,
                        config.name(),
                        "it sets steps whose numbers are all " + value
                                + " to 0, which no layer computes: set them to 0 before"
                                + " predicting, and give it the mask_value 0"));
            }
            return;
        }
        boolean readsMask = reads.stream().anyMatch(masked::contains);
        if (hasMask && !readsMask) {
            throw new UnsupportedLayerException("its mask isn't one that an embedding or a Masking layer makes");
        }
        if (RECURRENT.contains(className)) {
            isRead |= readsMask;
            if (!readsMask) {
                refuse(
                        config,
                        "it reads all steps, but another recurrent layer reads a mask, which is the same for all here");
            } else if (config.flag("return_sequences", false)) {
                masked.add(config.name());
            }
        } else if (readsMask && className.equals("GlobalAveragePooling1D")) {
            throw new UnsupportedLayerException(
                    "it's the mean over the steps that aren't masked, which no layer computes");
        } else if (readsMask && PASSING.contains(className)) {
            masked.add(config.name());
        } else if (readsMask) {
            refuse(config, "it mixes steps of which some are masked");
        }
    }

    private void refuse(LayerConfig config, String reason) {
        refusals.add(Refusal.of(config.className(), config.name(), reason));
    }

    /** Whether the network skips masked steps. */
    boolean areRead() {
        return isRead;
    }

    /** What is against a network with masked steps, or against one whose masks no layer reads. */
    List<Refusal> refusals(int inputs, int outputs) {
        if (!isRead) {
            return List.copyOf(changes);
        }
        List<Refusal> all = new ArrayList<>(refusals);
        if (inputs > 1 || outputs > 1) {
            source.ifPresent(config -> all.add(Refusal.of(
                    config.className(),
                    config.name(),
                    "it masks steps, which only a network with one input and one output can, but this one has " + inputs
                            + " and " + outputs)));
        }
        return all;
    }
}
