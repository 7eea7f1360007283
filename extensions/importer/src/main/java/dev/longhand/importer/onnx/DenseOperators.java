package dev.longhand.importer.onnx;

import dev.longhand.importer.ActivationSetting;
import dev.longhand.importer.LayerSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code Gemm} and {@code MatMul} with constant weights as dense layers, and {@code Gather} of a table as an embedding. */
final class DenseOperators {

    private DenseOperators() {}

    /** α·x·W + β·c, each matrix transposed if it says so. */
    static void gemm(Node node, Scope scope) throws UnexpressibleException {
        if (node.integer("transA", 0) != 0) {
            throw new UnexpressibleException("it transposes its input (transA = 1), which no layer does");
        }
        Data data = scope.scaled(node, 0);
        Constant weights = scope.required(node, 1);
        Matrix matrix = Matrix.of(weights, node.integer("transB", 0) != 0);
        double alpha = node.number("alpha", 1);
        Data output = dense(node, scope, data, matrix.scaled(alpha), node.input(1));
        Optional<Constant> bias = scope.constant(node, 2);
        double beta = node.number("beta", 1);
        if (bias.isPresent() && beta != 0) {
            output.layer().scale(null, row(bias.get(), matrix.columns(), beta));
        }
        scope.set(node, output);
    }

    /** A row of one number for each unit, which may be given as one number for all. */
    private static double[] row(Constant constant, int units, double factor) throws UnexpressibleException {
        int[] dimensions = constant.dimensions();
        int last = dimensions.length == 0 ? 1 : dimensions[dimensions.length - 1];
        boolean isScalar = constant.isScalar();
        if (!isScalar && (constant.count() != units || last != units)) {
            throw new UnexpressibleException(
                    "its bias of " + constant.count() + " numbers isn't one for each of " + units + " units");
        }
        double[] row = new double[units];
        for (int i = 0; i < units; i++) {
            row[i] = factor * constant.at(isScalar ? 0 : i);
        }
        return row;
    }

    /** The product of data and a constant matrix. */
    static void multiply(Node node, Scope scope) throws UnexpressibleException {
        if (scope.input(node, 1).orElse(null) instanceof Data) {
            throw new UnexpressibleException(
                    scope.input(node, 0).orElse(null) instanceof Data
                            ? "it multiplies two matrices of data, as attention does, which no layer does"
                            : "its weights are on the left of the data, which no layer has");
        }
        Data data = scope.scaled(node, 0);
        Matrix matrix = Matrix.of(scope.required(node, 1), false);
        scope.set(node, dense(node, scope, data, matrix, node.input(1)));
    }

    private static Data dense(Node node, Scope scope, Data data, Matrix matrix, String weights)
            throws UnexpressibleException {
        int axis = data.rank() - 1;
        if (data.pads() != null) {
            throw new UnexpressibleException("it reads padded numbers, which only convolutions and average pools do");
        }
        if (data.isBatch(axis)) {
            throw new UnexpressibleException("it mixes the samples of a batch");
        }
        if (data.size(axis) != matrix.rows()) {
            throw new UnexpressibleException(
                    "its weights have " + matrix.rows() + " rows, but its input is " + data.sizes());
        }
        Reading reading = Reading.last(data, data.axis(axis), 2, scope.drafts());
        int[] order = reading.order();
        float[] stored = new float[matrix.rows() * matrix.columns()];
        for (int row = 0; row < matrix.rows(); row++) {
            for (int column = 0; column < matrix.columns(); column++) {
                stored[order[row] * matrix.columns() + column] = (float) (data.scale() * matrix.at(row, column));
            }
        }
        Draft layer = scope.drafts()
                .addNamed(
                        node,
                        weights,
                        new LayerSettings.Dense(matrix.columns(), ActivationSetting.IDENTITY, false),
                        reading.layer())
                .with("weight", stored, matrix.rows(), matrix.columns());
        List<Atom> units = Atom.list(matrix.columns());
        List<Atom> storage = new ArrayList<>(reading.others());
        storage.addAll(units);
        List<List<Atom>> axes = new ArrayList<>(data.axes());
        axes.set(axis, units);
        return Data.of(layer, Storage.of(storage), axes);
    }

    /** Rows of a table by numbers of the data. */
    static void embed(Node node, Scope scope) throws UnexpressibleException {
        Constant table = scope.required(node, 0);
        Data numbers = scope.plain(node, 1);
        if (node.integer("axis", 0) != 0 || table.dimensions().length != 2) {
            throw new UnexpressibleException("it looks up numbers in something else than the rows of a table");
        }
        int vocabulary = table.dimensions()[0];
        int dimensions = table.dimensions()[1];
        List<Atom> steps = new ArrayList<>();
        for (int i = 0; i < numbers.rank(); i++) {
            steps.addAll(numbers.axis(i));
        }
        steps.remove(Atom.BATCH);
        Reading reading = Reading.last(numbers, steps, 1, scope.drafts());
        Draft layer = scope.drafts()
                .addNamed(node, node.input(0), new LayerSettings.Embedding(vocabulary, dimensions), reading.layer())
                .with("weight", table.floats(vocabulary * dimensions), vocabulary, dimensions);
        List<Atom> vector = Atom.list(dimensions);
        List<Atom> storage = new ArrayList<>(numbers.storage().atoms());
        storage.addAll(vector);
        List<List<Atom>> axes = new ArrayList<>(numbers.axes());
        axes.add(vector);
        scope.set(node, Data.of(layer, Storage.of(storage), axes));
    }
}
