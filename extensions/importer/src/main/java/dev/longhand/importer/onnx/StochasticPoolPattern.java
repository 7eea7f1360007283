package dev.longhand.importer.onnx;

import dev.longhand.importer.LayerSettings.PoolKind;
import dev.longhand.importer.WindowSetting;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A stochastic pool when predicting, as Longhand exports it: mean(r²)/max(mean(r), the smallest float) with r = relu(x). */
final class StochasticPoolPattern {

    private static final double SMALLEST = 1e-30;

    private StochasticPoolPattern() {}

    /** Declares the pool that begins with a rectifier; false if none does. */
    static boolean read(Node relu, Scope scope) throws UnexpressibleException {
        List<Node> readers = scope.graph().readers(relu.output(0));
        Optional<Node> square = readers.stream()
                .filter(node -> node.operator().equals("Mul") && node.input(0).equals(node.input(1)))
                .findFirst();
        Optional<Node> mean =
                readers.stream().filter(StochasticPoolPattern::isMean).findFirst();
        if (readers.size() != 2 || square.isEmpty() || mean.isEmpty()) {
            return false;
        }
        Optional<Node> meanSquare = only(square.get(), scope).filter(StochasticPoolPattern::isMean);
        Optional<Node> most =
                only(mean.get(), scope).filter(node -> node.operator().equals("Max"));
        Optional<Node> quotient = most.flatMap(node -> only(node, scope))
                .filter(node -> node.operator().equals("Div"));
        if (meanSquare.isEmpty() || quotient.isEmpty() || !meanSquare.equals(only(square.get(), scope))) {
            return false;
        }
        Optional<Value> smallest = scope.value(most.get().input(1));
        boolean isPool = quotient.get().input(0).equals(meanSquare.get().output(0))
                && meanSquare.get().hasEqualAttributes(mean.get())
                && smallest.isPresent()
                && smallest.get() instanceof Constant constant
                && constant.isScalar()
                && constant.at(0) > 0
                && constant.at(0) < SMALLEST;
        Data data = scope.plain(relu, 0);
        if (!isPool || data.rank() != 4) {
            return false;
        }
        WindowSetting window = WindowPadding.window(mean.get(), data, mean.get().integers("kernel_shape", 2, 1));
        Data pooled = ConvolutionOperators.pooled(quotient.get(), PoolKind.STOCHASTIC, window, data, scope);
        Set<Node> nodes = Set.of(relu, square.get(), mean.get(), meanSquare.get(), most.get(), quotient.get());
        pooled.layer()
                .setOrigins(nodes.stream()
                        .sorted(Comparator.comparingInt(Node::index))
                        .map(Node::origin)
                        .toList());
        scope.set(quotient.get(), pooled);
        scope.setDone(nodes);
        return true;
    }

    private static boolean isMean(Node node) {
        return node.operator().equals("AveragePool") && node.integer("count_include_pad", 0) == 1;
    }

    private static Optional<Node> only(Node node, Scope scope) {
        List<Node> readers = scope.graph().readers(node.output(0));
        return readers.size() == 1 && !scope.graph().isOutput(node.output(0))
                ? Optional.of(readers.get(0))
                : Optional.empty();
    }
}
