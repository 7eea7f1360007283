package dev.longhand.processor;

import dev.longhand.Activation;
import dev.longhand.Loss;
import dev.longhand.processor.interpreter.Description;
import dev.longhand.processor.interpreter.Description.Dense;
import dev.longhand.processor.interpreter.Embedding;
import dev.longhand.processor.interpreter.LayerDescription;
import dev.longhand.processor.interpreter.Recurrent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sequences of different lengths in one batch, each beside a network that is declared with its length. */

/** Networks with recurrent layers, for sequences of any length. */
final class MaskedNetworks {

    /** A network for any number of steps. */
    interface OfTime {
        Description network(int time);
    }

    private MaskedNetworks() {}

    static Map<String, OfTime> all() {
        Map<String, OfTime> networks = new LinkedHashMap<>();
        for (String kind : List.of("Rnn", "Gru", "Lstm")) {
            networks.put(
                    kind + "Last",
                    time -> network(
                            List.of(time, 3),
                            Loss.MEAN_SQUARED_ERROR,
                            Dense.of("before", 4, Activation.TANH),
                            Recurrent.of("layer", kind, 5, false),
                            Dense.of("output", 2, Activation.IDENTITY)));
            networks.put(
                    kind + "Classes",
                    time -> network(
                            List.of(time, 3),
                            Loss.CROSS_ENTROPY,
                            Recurrent.of("layer", kind, 5, true),
                            Recurrent.of("another", kind, 4, true),
                            Dense.of("output", 3, Activation.SOFTMAX)));
        }
        networks.put(
                "Ids",
                time -> network(
                        List.of(time),
                        Loss.BINARY_CROSS_ENTROPY,
                        new Embedding("letters", 9, 4),
                        Recurrent.of("first", "Lstm", 5, true),
                        Recurrent.of("second", "Gru", 4, false),
                        Dense.of("output", 1, Activation.SIGMOID)));
        networks.put(
                "Halves",
                time -> network(List.of(time, 3), Loss.HALF_SQUARED_ERROR, Recurrent.of("layer", "Gru", 2, true)));
        networks.put(
                "Squares",
                time -> network(
                        List.of(time, 3),
                        Loss.MEAN_SQUARED_ERROR,
                        Recurrent.of("layer", "Lstm", 4, true),
                        Dense.of("output", 3, Activation.IDENTITY)));
        return networks;
    }

    /** A network of these layers. */
    static Description network(List<Integer> input, Loss loss, LayerDescription... layers) {
        return new Description(input, List.of(layers), loss, Float.NaN, loss == Loss.HUBER ? 1 : Float.NaN);
    }
}
