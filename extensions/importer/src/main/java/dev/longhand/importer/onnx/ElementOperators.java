package dev.longhand.importer.onnx;

import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What operators compute of each number alone, or of each pair of numbers. */
final class ElementOperators {

    private static final double SELU_ALPHA = 1.67326319217681884765625;
    private static final double SELU_GAMMA = 1.05070102214813232421875;

    private static final Set<String> OF_TWO = Set.of(
            "Sub",
            "Mul",
            "Div",
            "Pow",
            "Greater",
            "GreaterOrEqual",
            "Less",
            "LessOrEqual",
            "Equal",
            "And",
            "Or",
            "PRelu");

    private ElementOperators() {}

    /** Checks how many numbers a node computes with. */
    static void requireOperands(Node node, int count) throws UnexpressibleException {
        int least = OF_TWO.contains(node.operator()) ? 2 : node.operator().equals("Where") ? 3 : 1;
        if (count < least) {
            throw new UnexpressibleException("it has " + count + " inputs instead of " + least);
        }
    }

    /** The function of an operator that computes each number alone; empty if it's another operator. */
    static Optional<ToDoubleFunction<double[]>> function(Node node) throws UnexpressibleException {
        ToDoubleFunction<double[]> arithmetic = arithmetic(node.operator());
        if (arithmetic != null) {
            return Optional.of(arithmetic);
        }
        ToDoubleFunction<double[]> activation = activation(node);
        return Optional.ofNullable(activation);
    }

    private static @Nullable ToDoubleFunction<double[]> arithmetic(String operator) {
        return switch (operator) {
            case "Add", "Sum" ->
                x -> {
                    double sum = 0;
                    for (double number : x) {
                        sum += number;
                    }
                    return sum;
                };
            case "Sub" -> x -> x[0] - x[1];
            case "Mul" -> x -> x[0] * x[1];
            case "Div" -> x -> x[0] / x[1];
            case "Pow" -> x -> Math.pow(x[0], x[1]);
            case "Max" -> x -> fold(x, true);
            case "Min" -> x -> fold(x, false);
            case "Greater" -> x -> x[0] > x[1] ? 1 : 0;
            case "GreaterOrEqual" -> x -> x[0] >= x[1] ? 1 : 0;
            case "Less" -> x -> x[0] < x[1] ? 1 : 0;
            case "LessOrEqual" -> x -> x[0] <= x[1] ? 1 : 0;
            case "Equal" -> x -> x[0] == x[1] ? 1 : 0;
            case "Not" -> x -> x[0] == 0 ? 1 : 0;
            case "And" -> x -> x[0] != 0 && x[1] != 0 ? 1 : 0;
            case "Or" -> x -> x[0] != 0 || x[1] != 0 ? 1 : 0;
            case "Where" -> x -> x[0] != 0 ? x[1] : x[2];
            case "Abs" -> x -> Math.abs(x[0]);
            case "Neg" -> x -> -x[0];
            case "Exp" -> x -> Math.exp(x[0]);
            case "Log" -> x -> Math.log(x[0]);
            case "Sqrt" -> x -> Math.sqrt(x[0]);
            case "Reciprocal" -> x -> 1 / x[0];
            case "Floor" -> x -> Math.floor(x[0]);
            case "Ceil" -> x -> Math.ceil(x[0]);
            case "Sign" -> x -> Math.signum(x[0]);
            case "Erf" -> x -> ScalarFunctions.erf(x[0]);
            default -> null;
        };
    }

    private static double fold(double[] x, boolean isMaximum) {
        double result = x[0];
        for (double number : x) {
            result = isMaximum ? Math.max(result, number) : Math.min(result, number);
        }
        return result;
    }

    private static @Nullable ToDoubleFunction<double[]> activation(Node node) throws UnexpressibleException {
        return switch (node.operator()) {
            case "Relu" -> x -> Math.max(0, x[0]);
            case "LeakyRelu" -> leaky(node.number("alpha", 0.01f));
            case "PRelu" -> x -> x[0] > 0 ? x[0] : x[1] * x[0];
            case "ThresholdedRelu" -> thresholded(node.number("alpha", 1));
            case "Elu" -> elu(node.number("alpha", 1), 1, 1);
            case "Selu" -> elu(node.number("alpha", (float) SELU_ALPHA), 1, node.number("gamma", (float) SELU_GAMMA));
            case "Celu" -> elu(node.number("alpha", 1), node.number("alpha", 1), 1);
            case "Sigmoid" -> x -> 1 / (1 + Math.exp(-x[0]));
            case "HardSigmoid" -> hardSigmoid(node.number("alpha", 0.2f), node.number("beta", 0.5f));
            case "HardSwish" -> x -> x[0] * Math.min(1, Math.max(0, x[0] / 6 + 0.5));
            case "Tanh" -> x -> Math.tanh(x[0]);
            case "Softplus" -> x -> ScalarFunctions.softplus(x[0]);
            case "Softsign" -> x -> x[0] / (1 + Math.abs(x[0]));
            case "Mish" -> x -> x[0] * Math.tanh(ScalarFunctions.softplus(x[0]));
            case "Swish" -> swish(node.number("alpha", 1));
            case "Gelu" -> gelu(node.text("approximate", "none"));
            case "Clip" -> clip(node);
            case "Cast", "CastLike" -> cast(node);
            default -> null;
        };
    }

    private static ToDoubleFunction<double[]> leaky(double slope) {
        return x -> x[0] > 0 ? x[0] : slope * x[0];
    }

    private static ToDoubleFunction<double[]> thresholded(double threshold) {
        return x -> x[0] > threshold ? x[0] : 0;
    }

    private static ToDoubleFunction<double[]> elu(double alpha, double width, double gamma) {
        return x -> gamma * (x[0] > 0 ? x[0] : alpha * Math.expm1(x[0] / width));
    }

    private static ToDoubleFunction<double[]> hardSigmoid(double alpha, double beta) {
        return x -> Math.min(1, Math.max(0, alpha * x[0] + beta));
    }

    private static ToDoubleFunction<double[]> swish(double alpha) {
        return x -> x[0] / (1 + Math.exp(-alpha * x[0]));
    }

    private static ToDoubleFunction<double[]> gelu(String approximate) {
        return approximate.equals("tanh")
                ? x -> x[0] / 2 * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x[0] + 0.044715 * x[0] * x[0] * x[0])))
                : x -> x[0] / 2 * (1 + ScalarFunctions.erf(x[0] / Math.sqrt(2)));
    }

    /** The bounds are attributes in early versions, and inputs later; an input that is missing has no number here. */
    private static ToDoubleFunction<double[]> clip(Node node) {
        boolean hasLeast = !node.input(1).isEmpty();
        boolean hasMost = !node.input(2).isEmpty();
        double least = node.number("min", -Float.MAX_VALUE);
        double most = node.number("max", Float.MAX_VALUE);
        return x -> {
            double low = hasLeast && x.length > 1 ? x[1] : least;
            double high = hasMost && x.length > 1 ? x[x.length - 1] : most;
            return Math.min(high, Math.max(low, x[0]));
        };
    }

    private static ToDoubleFunction<double[]> cast(Node node) throws UnexpressibleException {
        long type = node.operator().equals("CastLike") ? Tensors.FLOAT : node.integer("to", Tensors.FLOAT);
        if (Tensors.isFloating(type)) {
            return x -> x[0];
        }
        if (type == Tensors.BOOLEAN) {
            return x -> x[0] != 0 ? 1 : 0;
        }
        if (Tensors.isWhole(type)) {
            return x -> x[0] < 0 ? Math.ceil(x[0]) : Math.floor(x[0]);
        }
        throw new UnexpressibleException("it converts numbers to another type than numbers");
    }
}
