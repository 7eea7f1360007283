package dev.longhand.importer.onnx;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * A function of one number that nodes compute, such as x·½·(1 + erf(x/√2)).
 *
 * @param node the last of its nodes
 * @param nodes all its nodes
 * @param function the function of the layer's numbers
 * @param operands the data that the last node reads
 * @param last the function of the last node alone; the identity if it reads several data
 * @param cost how many nodes are computed for one value
 */
record ScalarExpression(
        Node node,
        Set<Node> nodes,
        DoubleUnaryOperator function,
        List<Data> operands,
        DoubleUnaryOperator last,
        long cost) {

    private static final long HIGHEST_COST = 10_000;

    /**
     * What a node computes of data, all of which are functions of the same layer's numbers, and of constants.
     *
     * @param operands data, and constants of one number
     * @param operator the function of their numbers
     */
    static ScalarExpression of(Node node, List<Value> operands, ToDoubleFunction<double[]> operator)
            throws UnexpressibleException {
        List<Data> read = new ArrayList<>();
        List<DoubleUnaryOperator> before = new ArrayList<>();
        Set<Node> nodes = new HashSet<>(Set.of(node));
        long cost = 1;
        for (Value operand : operands) {
            if (operand instanceof Data data) {
                read.add(data);
                before.add(before(data));
                ScalarExpression function = data.function();
                if (function != null) {
                    nodes.addAll(function.nodes());
                    cost += function.cost();
                }
            } else if (operand instanceof Constant constant) {
                double number = constant.at(0);
                before.add(x -> number);
            }
        }
        if (cost > HIGHEST_COST) {
            throw new UnexpressibleException("it's the last of more than " + HIGHEST_COST + " steps of one function");
        }
        DoubleUnaryOperator last = read.size() == 1 ? last(operands, operator) : DoubleUnaryOperator.identity();
        return new ScalarExpression(node, nodes, x -> apply(before, operator, x), read, last, cost);
    }

    /** The same function of what a layer computes. */
    static ScalarExpression alone(ScalarExpression expression, Data operand) {
        double scale = operand.scale();
        DoubleUnaryOperator last = expression.last;
        return new ScalarExpression(
                expression.node,
                Set.of(expression.node),
                x -> last.applyAsDouble(scale * x),
                List.of(operand),
                last,
                1);
    }

    private static DoubleUnaryOperator last(List<Value> operands, ToDoubleFunction<double[]> operator) {
        List<DoubleUnaryOperator> arguments = new ArrayList<>();
        for (Value operand : operands) {
            double number = operand instanceof Constant constant ? constant.at(0) : 0;
            arguments.add(operand instanceof Constant ? x -> number : x -> x);
        }
        return x -> apply(arguments, operator, x);
    }

    private static double apply(List<DoubleUnaryOperator> arguments, ToDoubleFunction<double[]> operator, double x) {
        double[] numbers = new double[arguments.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = arguments.get(i).applyAsDouble(x);
        }
        return operator.applyAsDouble(numbers);
    }

    /** What of the layer's numbers comes before the node: the function so far, or the scale. */
    private static DoubleUnaryOperator before(Data operand) {
        double scale = operand.scale();
        ScalarExpression function = operand.function();
        return function != null ? function.function() : x -> scale * x;
    }
}
