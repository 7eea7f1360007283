package dev.longhand.importer.onnx;

import dev.longhand.Activation;
import dev.longhand.importer.ActivationSetting;
import dev.longhand.importer.RecurrentSettings;
import dev.longhand.importer.RecurrentSettings.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code LSTM}, {@code GRU} and {@code RNN}. Which of their outputs is read decides whether the layer returns sequences: both
 * layers are drafted, and the one that isn't read is left out.
 */
final class RecurrentOperators {

    /** Where the gates of a layer are in the file. */
    private static final int[] LSTM_GATES = {0, 2, 3, 1};

    private RecurrentOperators() {}

    /** A recurrent layer in one direction. */
    static void read(Node node, Cell cell, Scope scope) throws UnexpressibleException {
        requireSupported(node, cell, scope);
        ActivationSetting activation = activation(node, cell);
        Data data = scope.plain(node, 0);
        boolean isBatchFirst = node.integer("layout", 0) == 1;
        int batchAxis = isBatchFirst ? 0 : 1;
        int timeAxis = isBatchFirst ? 1 : 0;
        if (data.rank() != 3 || !data.axis(batchAxis).equals(List.of(Atom.BATCH)) || data.isBatch(timeAxis)) {
            throw new UnexpressibleException("its input is " + data.sizes() + ", but axis " + timeAxis
                    + " should be the steps and axis " + batchAxis
                    + " the batch: export it with the batch as a dynamic axis");
        }
        List<Atom> time = data.axis(timeAxis);
        Constant weights = scope.required(node, 1);
        Constant recurrent = scope.required(node, 2);
        int gates = cell == Cell.LSTM ? 4 : cell == Cell.GRU ? 3 : 1;
        int[] shape = weights.dimensions();
        int units = recurrent.dimensions().length == 3 ? recurrent.dimensions()[2] : 0;
        boolean fits = shape.length == 3
                && units > 0
                && shape[0] == 1
                && shape[1] == gates * units
                && shape[2] == data.size(2)
                && recurrent.dimensions()[0] == 1
                && recurrent.dimensions()[1] == gates * units;
        if (!fits) {
            throw new UnexpressibleException("its weights " + WindowPadding.text(shape) + " and "
                    + WindowPadding.text(recurrent.dimensions()) + " don't fit its input " + data.sizes());
        }
        Reading reading = Reading.exact(data, List.of(time), data.axis(2), scope.drafts());
        Optional<Constant> bias = scope.constant(node, 3);
        Gates order = new Gates(gates, units, cell == Cell.LSTM ? LSTM_GATES : new int[] {0, 1, 2});
        int columns = gates * units;
        Draft[] layers = new Draft[2];
        for (int i = 0; i < layers.length; i++) {
            RecurrentSettings settings = new RecurrentSettings(cell, units, activation, i == 0, bias.isPresent());
            layers[i] = scope.drafts()
                    .addNamed(node, "", settings, reading.layer())
                    .with("weight", order.columns(weights, reading.order()), shape[2], columns)
                    .with("recurrentWeight", order.columns(recurrent, null), units, columns);
            if (bias.isPresent()) {
                addBias(layers[i], cell, order, bias.get(), columns);
            }
        }
        setOutputs(node, scope, data, layers, units);
    }

    private static void setOutputs(Node node, Scope scope, Data data, Draft[] layers, int units) {
        boolean isBatchFirst = node.integer("layout", 0) == 1;
        List<Atom> batch = List.of(Atom.BATCH);
        List<Atom> states = Atom.list(units);
        List<Atom> time = data.axis(isBatchFirst ? 1 : 0);
        List<Atom> storage = new ArrayList<>(time);
        storage.addAll(states);
        Storage lastStorage = Storage.of(states);
        Data last = Data.of(
                layers[1],
                lastStorage,
                isBatchFirst ? List.of(batch, List.of(), states) : List.of(List.of(), batch, states));
        scope.set(
                node.output(0),
                Data.of(
                        layers[0],
                        Storage.of(storage),
                        isBatchFirst
                                ? List.of(batch, time, List.of(), states)
                                : List.of(time, List.of(), batch, states)));
        if (!node.output(1).isEmpty()) {
            scope.set(node.output(1), last);
        }
        if (!node.output(2).isEmpty()) {
            scope.set(node.output(2), new Value.Unknown());
        }
        scope.setLastStep(layers[0], new Scope.LastStep(layers[1], lastStorage, time));
    }

    private static void requireSupported(Node node, Cell cell, Scope scope) throws UnexpressibleException {
        String direction = node.text("direction", "forward");
        if (!direction.equals("forward")) {
            throw new UnexpressibleException(
                    "its direction is " + direction + ", but Longhand's recurrent layers read forward only");
        }
        if (cell == Cell.GRU && node.integer("linear_before_reset", 0) == 0) {
            throw new UnexpressibleException("it resets before the product (linear_before_reset = 0), but Longhand's"
                    + " GRU resets after it, as PyTorch's does");
        }
        if (node.has("clip") || node.integer("input_forget", 0) != 0) {
            throw new UnexpressibleException("it clips its sums or couples its gates, which no layer does");
        }
        if (!node.output(2).isEmpty() && !scope.graph().readers(node.output(2)).isEmpty()) {
            throw new UnexpressibleException("its memory cells are read, but a layer returns its states only");
        }
        if (scope.constant(node, 4).isPresent()) {
            throw new UnexpressibleException("it has lengths of sequences, which are given with the data here");
        }
        for (int input : new int[] {5, 6}) {
            Optional<Constant> initial = scope.constant(node, input);
            if (initial.isPresent()
                    && !(initial.get().isScalar() && initial.get().at(0) == 0)) {
                throw new UnexpressibleException("its initial states aren't 0, as a layer's are");
            }
        }
        Optional<Constant> peepholes = cell == Cell.LSTM ? scope.constant(node, 7) : Optional.empty();
        if (peepholes.isPresent()
                && !(peepholes.get().isScalar() && peepholes.get().at(0) == 0)) {
            throw new UnexpressibleException("it has peepholes, which Longhand's LSTM hasn't");
        }
    }

    private static ActivationSetting activation(Node node, Cell cell) throws UnexpressibleException {
        List<String> usual = switch (cell) {
            case LSTM -> List.of("sigmoid", "tanh", "tanh");
            case GRU -> List.of("sigmoid", "tanh");
            case RNN -> List.of("tanh");
        };
        List<String> given = node.texts("activations").stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        ActivationSetting tanh = ActivationSetting.of(Activation.TANH);
        if (given.isEmpty() || given.equals(usual)) {
            return tanh;
        }
        if (cell == Cell.RNN && given.size() == 1) {
            Optional<ActivationSetting> found = RecurrentActivations.of(
                    given.get(0),
                    node.floats("activation_alpha").stream().findFirst(),
                    node.floats("activation_beta").stream().findFirst());
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new UnexpressibleException("its activations are " + String.join(", ", given) + ", which no layer has");
    }

    private static void addBias(Draft layer, Cell cell, Gates order, Constant bias, int columns)
            throws UnexpressibleException {
        if (bias.count() != 2 * columns && !bias.isUniform()) {
            throw new UnexpressibleException(
                    "it has " + bias.count() + " biases, but " + 2 * columns + " are expected");
        }
        float[] input = order.row(bias, 0);
        float[] recurrent = order.row(bias, columns);
        if (cell == Cell.GRU) {
            layer.with("bias", input, columns).with("recurrentBias", recurrent, columns);
            return;
        }
        float[] sum = new float[columns];
        for (int i = 0; i < columns; i++) {
            sum[i] = (float) ((double) input[i] + recurrent[i]);
        }
        layer.with("bias", sum, columns);
    }

    /**
     * The order of gates.
     *
     * @param source for each gate of the layer its position in the file
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Gates(int count, int units, int[] source) {

        /** [gates·units][in] of the file as [in][gates·units]. */
        float[] columns(Constant matrix, int @Nullable [] rows) {
            int columns = count * units;
            int in = matrix.dimensions()[2];
            float[] stored = new float[in * columns];
            for (int gate = 0; gate < count; gate++) {
                for (int unit = 0; unit < units; unit++) {
                    for (int i = 0; i < in; i++) {
                        int from = (source[gate] * units + unit) * in + i;
                        int row = rows == null ? i : rows[i];
                        stored[row * columns + gate * units + unit] = (float) matrix.at(matrix.isUniform() ? 0 : from);
                    }
                }
            }
            return stored;
        }

        float[] row(Constant bias, int begin) {
            float[] stored = new float[count * units];
            for (int i = 0; i < stored.length; i++) {
                int from = begin + source[i / units] * units + i % units;
                stored[i] = (float) bias.at(bias.isUniform() ? 0 : from);
            }
            return stored;
        }
    }
}
