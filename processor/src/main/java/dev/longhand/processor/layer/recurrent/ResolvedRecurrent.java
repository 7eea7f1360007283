package dev.longhand.processor.layer.recurrent;

import dev.longhand.Settings;
import dev.longhand.Shape;
import dev.longhand.layer.Gru;
import dev.longhand.layer.Lstm;
import dev.longhand.layer.Rnn;
import dev.longhand.processor.check.ActivationFunction;
import dev.longhand.processor.check.Initialization;
import dev.longhand.processor.check.ResolvedLayer;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;

/**
 * {@code @Rnn}, {@code @Gru} or {@code @Lstm} with all its attributes in force and its shapes known.
 *
 * @param activation the f of a simple recurrent layer, otherwise IDENTITY
 */
public record ResolvedRecurrent(
        String name,
        Cell cell,
        Shape input,
        int units,
        boolean returnSequences,
        ActivationFunction activation,
        RecurrentInitialization initialization)
        implements ResolvedLayer {

    @Override
    public Class<? extends Annotation> annotation() {
        return cell.annotation();
    }

    /**
     * The initial values of the parameters.
     *
     * @param bias absent where {@code useBias} is false
     */
    public record RecurrentInitialization(
            Initialization weights, Initialization recurrentWeights, Optional<Initialization> bias) {}

    @Override
    public Shape output() {
        return returnSequences ? input.withLast(units) : Shape.of(units);
    }

    @Override
    public Settings settings() {
        return activation.addTo(Settings.NONE.withFlag("returnSequences", returnSequences));
    }

    /** The number of steps. */
    public int time() {
        return input.dimensions().get(0);
    }

    /** Whether there are biases. */
    public boolean hasBias() {
        return initialization.bias().isPresent();
    }

    /** What is computed at a step. */
    public enum Cell {
        /** h = f(x·W + h'·U + b). */
        RNN(Rnn.class, "h"),
        /** Gated units: u r m. */
        GRU(Gru.class, "u", "r", "m"),
        /** Long short-term memory: i f g o. */
        LSTM(Lstm.class, "i", "f", "g", "o");

        private final Class<? extends Annotation> annotation;
        private final List<String> gates;

        Cell(Class<? extends Annotation> annotation, String... gates) {
            this.annotation = annotation;
            this.gates = List.of(gates);
        }

        /** The annotation that declares it. */
        public Class<? extends Annotation> annotation() {
            return annotation;
        }

        /** What its gates are called in formulas, in their order: {@code u r m}. */
        public String names() {
            return String.join(" ", gates);
        }

        /** The number of gates, each with columns of W and U. */
        public int gates() {
            return gates.size();
        }
    }
}
