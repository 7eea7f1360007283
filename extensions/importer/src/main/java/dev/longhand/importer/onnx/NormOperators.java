package dev.longhand.importer.onnx;

import dev.longhand.importer.LayerSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Batch, layer and instance normalization. */
final class NormOperators {

    private static final int MOST_DIMENSIONS = 3;
    private static final int LARGEST = 1 << 24;

    private NormOperators() {}

    /** γ·(x − μ)/√(σ² + ε) + β with the statistics of each channel. */
    static void batch(Node node, Scope scope) throws UnexpressibleException {
        if (node.integer("training_mode", 0) != 0) {
            throw new UnexpressibleException("it's in training mode: export the network for inference");
        }
        Data data = scope.plain(node, 0);
        if (data.rank() < 2 || data.isBatch(1) || node.integer("spatial", 1) == 0) {
            throw new UnexpressibleException("its input is " + data.sizes() + ", without an axis of channels");
        }
        int channels = data.size(1);
        if (scope.required(node, 1).count() != channels) {
            throw new UnexpressibleException("it has " + scope.required(node, 1).count() + " numbers, but its input "
                    + data.sizes() + " has " + channels + " channels");
        }
        Reading reading = Reading.last(data, data.axis(1), MOST_DIMENSIONS, scope.drafts());
        float epsilon = node.number("epsilon", 1e-5f);
        Draft layer = scope.drafts()
                .addNamed(node, node.input(1), new LayerSettings.BatchNorm(momentum(node), epsilon), reading.layer());
        List<String> arrays = List.of("gamma", "beta", "runningMean", "runningVariance");
        for (int i = 0; i < arrays.size(); i++) {
            Constant numbers = scope.required(node, i + 1);
            if (numbers.count() != channels && !numbers.isUniform()) {
                throw new UnexpressibleException(
                        "it has " + numbers.count() + " numbers for " + channels + " channels");
            }
            layer.with(arrays.get(i), reading.reordered(numbers.floats(channels)), channels);
        }
        scope.set(node, data.by(layer));
    }

    /** The share that each step keeps, which only training reads: the default, if the file's share isn't a usual one. */
    private static float momentum(Node node) {
        float momentum = node.number("momentum", 0.9f);
        return momentum >= 0.5f && momentum < 1 ? momentum : 0.9f;
    }

    /** The same with the statistics of each position over the last axes. */
    static void layer(Node node, Scope scope) throws UnexpressibleException {
        Data data = scope.plain(node, 0);
        for (int output = 1; output < node.outputs().size(); output++) {
            if (!scope.graph().readers(node.output(output)).isEmpty()) {
                throw new UnexpressibleException("it returns its statistics, which no layer does");
            }
        }
        int axis = data.axisIndex(node.integer("axis", -1));
        for (int i = 1; i <= 2; i++) {
            Optional<Constant> numbers = scope.constant(node, i);
            if (numbers.isPresent() && !isOverLast(numbers.get(), data, axis)) {
                throw new UnexpressibleException("it normalizes the axes from " + axis + " on of its input "
                        + data.sizes() + ", but multiplies or adds numbers of dimensions "
                        + Arrays.toString(numbers.get().dimensions()) + ", which a layer norm doesn't");
            }
        }
        scope.set(
                node,
                overLast(
                        node,
                        new Settings(
                                axis, node.number("epsilon", 1e-5f), scope.constant(node, 1), scope.constant(node, 2)),
                        data,
                        scope.drafts()));
    }

    /**
     * The settings of a layer norm.
     *
     * @param axis the first of the axes that are normalized, all others after it
     * @param gamma what is multiplied, 1 if it's empty
     * @param beta what is added, 0 if it's empty
     */
    record Settings(int axis, double epsilon, Optional<Constant> gamma, Optional<Constant> beta) {}

    /** A layer norm over the axes from one on. */
    static Data overLast(Node node, Settings settings, Data data, Drafts drafts) throws UnexpressibleException {
        List<Atom> atoms = new ArrayList<>();
        for (int i = settings.axis(); i < data.rank(); i++) {
            if (data.isBatch(i)) {
                throw new UnexpressibleException("it's computed over the batch");
            }
            atoms.addAll(data.axis(i));
        }
        return normalized(node, settings, data, atoms, drafts);
    }

    private static Data normalized(Node node, Settings settings, Data data, List<Atom> atoms, Drafts drafts)
            throws UnexpressibleException {
        Reading reading = Reading.last(data, atoms, MOST_DIMENSIONS, drafts);
        int size = (int) Atom.size(atoms);
        if (size > LARGEST) {
            throw new UnexpressibleException("it normalizes " + size + " numbers together, more than " + LARGEST);
        }
        Draft layer = drafts.add(node, new LayerSettings.LayerNorm(settings.epsilon()), reading.layer())
                .with("gamma", reading.reordered(numbers(settings.gamma(), size, 1)), size)
                .with("beta", reading.reordered(numbers(settings.beta(), size, 0)), size);
        return data.by(layer);
    }

    /**
     * Whether a constant beside data is one number for each place of the axes from one on, and the same over the axes before
     * it, or one number for all.
     */
    static boolean isOverLast(Constant constant, Data data, int axis) {
        int[] dimensions = constant.dimensions();
        int before = data.rank() - dimensions.length;
        boolean isWithin = before >= 0;
        for (int i = 0; i < dimensions.length && isWithin; i++) {
            boolean isWhole = before + i >= axis || constant.isScalar();
            boolean isRepeated = before + i < axis || constant.isScalar();
            isWithin = isWhole && dimensions[i] == data.size(before + i) || isRepeated && dimensions[i] == 1;
        }
        return isWithin && (constant.isScalar() || before <= axis);
    }

    private static float[] numbers(Optional<Constant> constant, int size, float ifMissing)
            throws UnexpressibleException {
        if (constant.isEmpty()) {
            float[] numbers = new float[size];
            Arrays.fill(numbers, ifMissing);
            return numbers;
        }
        if (constant.get().isScalar()) {
            float[] numbers = new float[size];
            Arrays.fill(numbers, (float) constant.get().at(0));
            return numbers;
        }
        return constant.get().floats(size);
    }

    /** The statistics of each channel over its positions: a layer norm, if γ and β are equal for all channels. */
    static void instance(Node node, Scope scope) throws UnexpressibleException {
        Data data = scope.plain(node, 0);
        Constant gamma = scope.required(node, 1);
        Constant beta = scope.required(node, 2);
        if (data.rank() < 3 || !gamma.isScalar() || !beta.isScalar()) {
            throw new UnexpressibleException("it normalizes each channel over its positions with a γ and a β for each"
                    + " channel, which no layer does");
        }
        List<Atom> positions = new ArrayList<>();
        for (int i = 2; i < data.rank(); i++) {
            positions.addAll(data.axis(i));
        }
        Settings settings = new Settings(
                2,
                node.number("epsilon", 1e-5f),
                Optional.of(Constant.uniform((float) gamma.at(0))),
                Optional.of(Constant.uniform((float) beta.at(0))));
        scope.set(node, normalized(node, settings, data, positions, scope.drafts()));
    }
}
