package dev.longhand.importer;

import dev.longhand.Activation;
import dev.longhand.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@link dev.longhand.layer.Rnn}, {@link dev.longhand.layer.Gru} or {@link dev.longhand.layer.Lstm}.
 *
 * @param activation the function of an {@code Rnn}; {@code TANH} for the others
 */
public record RecurrentSettings(
        Cell cell, int units, ActivationSetting activation, boolean returnSequences, boolean useBias)
        implements LayerSettings {

    /** The kinds of recurrent layers. */
    public enum Cell {
        RNN("Rnn", 1),
        GRU("Gru", 3),
        LSTM("Lstm", 4);

        final String annotation;
        final int gates;

        Cell(String annotation, int gates) {
            this.annotation = annotation;
            this.gates = gates;
        }
    }

    private static final ActivationSetting TANH = ActivationSetting.of(Activation.TANH);

    @Override
    public String annotation() {
        return cell.annotation;
    }

    @Override
    public Attributes attributes() {
        Attributes written = new Attributes().add("units", units);
        if (cell == Cell.RNN) {
            written.addActivation(activation, TANH);
        }
        if (returnSequences) {
            written.addFlag("returnSequences", true);
        }
        return useBias ? written : written.addFlag("useBias", false);
    }

    @Override
    public Shape output(List<Shape> inputs) {
        ShapeRules.require(inputs.get(0).isSequence(), "a recurrent layer", inputs);
        return returnSequences ? inputs.get(0).withLast(units) : Shape.of(units);
    }

    @Override
    public Map<String, Shape> arrays(List<Shape> inputs) {
        int columns = cell.gates * units;
        Map<String, Shape> arrays = new LinkedHashMap<>();
        arrays.put("weight", Shape.of(inputs.get(0).last(), columns));
        arrays.put("recurrentWeight", Shape.of(units, columns));
        ShapeRules.putIf(useBias, arrays, "bias", columns);
        ShapeRules.putIf(useBias && cell == Cell.GRU, arrays, "recurrentBias", columns);
        return arrays;
    }
}
