package dev.longhand.importer.onnx;

import dev.longhand.importer.MergeSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Reads nodes that compute each number alone, of one, two or more data and constants. */
final class Elements {

    private Elements() {}

    /** A node with at least one input that is data. */
    static void read(Node node, ToDoubleFunction<double[]> operator, Scope scope) throws UnexpressibleException {
        List<Value> operands = new ArrayList<>();
        Data first = null;
        boolean isOfOne = true;
        for (int i = 0; i < node.inputs().size(); i++) {
            Value value = scope.input(node, i).orElse(null);
            if (value == null) {
                if (!node.input(i).isEmpty()) {
                    throw new UnexpressibleException("its input \"" + node.input(i) + "\" isn't computed before it");
                }
                continue;
            }
            operands.add(value);
            if (value instanceof Data data) {
                isOfOne &= first == null || first.isAligned(data);
                first = first == null ? data : first;
            }
        }
        if (first == null) {
            throw new UnexpressibleException("it has no input");
        }
        ElementOperators.requireOperands(node, operands.size());
        if (node.operator().startsWith("Cast") && isWholeInput(node, first)) {
            scope.set(node, first);
            return;
        }
        Constant vector = vector(operands);
        if (vector != null) {
            scope.set(node, fold(node, operands, vector, scope));
        } else if (isOfOne) {
            requireRank(operands, first);
            scope.set(node, first.with(ScalarExpression.of(node, operands, operator)));
        } else {
            join(node, operands, scope);
        }
    }

    /** Whether it converts the numbers of an input to whole numbers, as they are given already. */
    private static boolean isWholeInput(Node node, Data data) {
        return data.function() == null && data.layer().isInput() && node.integer("to", 0) != Tensors.BOOLEAN;
    }

    private static @Nullable Constant vector(List<Value> operands) {
        for (Value operand : operands) {
            if (operand instanceof Constant constant && !constant.isScalar()) {
                return constant;
            }
        }
        return null;
    }

    private static void requireRank(List<Value> operands, Data data) throws UnexpressibleException {
        for (Value operand : operands) {
            if (operand instanceof Constant constant && constant.dimensions().length > data.rank()) {
                throw new UnexpressibleException(
                        "it adds axes to its input " + data.sizes() + ", by a constant of more axes");
            }
        }
    }

    private static void join(Node node, List<Value> operands, Scope scope) throws UnexpressibleException {
        boolean isPair = operands.size() == 2 && operands.stream().allMatch(operand -> operand instanceof Data);
        if (node.operator().equals("Sum")) {
            MergeOperators.sum(node, scope);
            return;
        }
        if (!isPair) {
            throw new UnexpressibleException("no layer computes this of several others");
        }
        if (!node.operator().equals("Sub")) {
            scope.set(
                    node,
                    MergeOperators.join(
                            node,
                            MergeOperators.kind(node),
                            scope.plain(node, 0),
                            scope.plain(node, 1),
                            scope.drafts()));
            return;
        }
        Data second = scope.plain(node, 1);
        boolean isAlone = scope.graph().isReadOnlyBy(second.layer().value(), Set.of(node), node);
        if (!isAlone || !second.layer().isAffine()) {
            throw new UnexpressibleException("it subtracts what a layer computes, but layers are only added");
        }
        negate(second.layer());
        scope.set(
                node, MergeOperators.join(node, MergeSettings.Kind.ADD, scope.plain(node, 0), second, scope.drafts()));
    }

    private static void negate(Draft layer) {
        double[] factors = new double[layer.shape().last()];
        Arrays.fill(factors, -1);
        layer.scale(factors, null);
    }

    /** Adds or multiplies constants, one for each channel, in the parameters of the layer that computes the data. */
    private static Data fold(Node node, List<Value> operands, Constant vector, Scope scope)
            throws UnexpressibleException {
        int dataIndex = operands.get(0) instanceof Data ? 0 : 1;
        boolean isArithmetic = Set.of("Add", "Sub", "Mul", "Div").contains(node.operator());
        if (operands.size() != 2 || !isArithmetic || node.operator().equals("Div") && dataIndex == 1) {
            throw new UnexpressibleException("it computes with constants that differ, which no layer does");
        }
        Data data = scope.scaled(node, node.input(0).isEmpty() ? 1 : dataIndex);
        boolean isAlone = scope.graph().isReadOnlyBy(data.layer().value(), Set.of(node), node);
        int axis = axis(node, vector, data);
        if (axis < 0 || data.pads() != null || !isAlone || !data.layer().isAffine() || !isChannels(data, axis)) {
            throw new UnexpressibleException(
                    "it adds or multiplies constants of " + WindowPadding.text(vector.dimensions())
                            + " that a layer before it hasn't as its bias or weights");
        }
        List<Atom> atoms = data.axis(axis);
        List<Atom> stored = data.storage().atoms();
        int[] order = Atom.order(atoms, stored.subList(stored.size() - atoms.size(), stored.size()));
        double[] numbers = new double[order.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[order[i]] = vector.at(i);
        }
        apply(node.operator(), dataIndex == 1, data, numbers);
        data.layer().from(List.of(node.origin()));
        return data.scaled(1);
    }

    private static void apply(String operator, boolean isSecond, Data data, double[] numbers) {
        double[] factors = new double[numbers.length];
        double[] shifts = new double[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            factors[i] = data.scale()
                    * switch (operator) {
                        case "Mul" -> numbers[i];
                        case "Div" -> 1 / numbers[i];
                        default -> isSecond && operator.equals("Sub") ? -1 : 1;
                    };
            shifts[i] = operator.equals("Add") || isSecond ? numbers[i] : -numbers[i];
        }
        boolean isShift = operator.equals("Add") || operator.equals("Sub");
        boolean isFactor = !isShift || data.scale() != 1 || isSecond && operator.equals("Sub");
        data.layer().scale(isFactor ? factors : null, isShift ? shifts : null);
    }

    /** The axis of data along which constants differ; −1 if there isn't just one. */
    private static int axis(Node node, Constant vector, Data data) {
        int[] dimensions = vector.dimensions();
        int begin = node.has("axis")
                ? (int) Math.max(0, Math.min(data.rank(), node.integer("axis", 0)))
                : data.rank() - dimensions.length;
        int found = -1;
        for (int i = 0; i < dimensions.length; i++) {
            if (dimensions[i] != 1) {
                int axis = begin + i;
                boolean fits = found < 0
                        && axis >= 0
                        && axis < data.rank()
                        && !data.isBatch(axis)
                        && data.size(axis) == dimensions[i];
                if (!fits) {
                    return -1;
                }
                found = axis;
            }
        }
        return begin < 0 ? -1 : found;
    }

    /** Whether an axis is the last dimension of the layer that computes the data. */
    private static boolean isChannels(Data data, int axis) {
        List<Atom> atoms = data.axis(axis);
        List<Atom> stored = data.storage().atoms();
        int begin = stored.size() - atoms.size();
        return begin >= 0
                && atoms.containsAll(stored.subList(begin, stored.size()))
                && data.layer().shape().last() == data.size(axis);
    }
}
