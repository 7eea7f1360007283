package dev.longhand.importer.onnx;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A layer norm as early versions of ONNX have it, in steps: (x − mean(x))/√(mean((x − mean(x))²) + ε), usually times γ plus β.
 */
final class LayerNormPattern {

    private final Scope scope;
    private final Set<Node> nodes = new HashSet<>();

    private LayerNormPattern(Scope scope) {
        this.scope = scope;
    }

    /** Declares the layer norm that begins with the mean of a node; false if none does. */
    static boolean read(Node mean, Scope scope) throws UnexpressibleException {
        Optional<Value> input = scope.input(mean, 0);
        if (input.isEmpty() || !(input.get() instanceof Data)) {
            return false;
        }
        return new LayerNormPattern(scope).readFrom(mean);
    }

    private boolean readFrom(Node mean) throws UnexpressibleException {
        String x = mean.input(0);
        Optional<Node> first = reader(mean.output(0), "Sub");
        if (first.isEmpty() || !first.get().input(0).equals(x)) {
            return false;
        }
        Node difference = first.get();
        Optional<Node> square = reader(difference.output(0), "Pow").or(() -> reader(difference.output(0), "Mul"));
        Optional<Node> variance = square.flatMap(found -> reader(found.output(0), "ReduceMean"));
        Optional<Node> sum = variance.flatMap(found -> reader(found.output(0), "Add"));
        Optional<Node> root = sum.flatMap(found -> reader(found.output(0), "Sqrt"));
        Optional<Node> quotient = root.flatMap(found -> reader(found.output(0), "Div"));
        if (quotient.isEmpty() || !quotient.get().input(0).equals(difference.output(0))) {
            return false;
        }
        Optional<Constant> power = square.get().operator().equals("Pow")
                ? constant(square.get().input(1))
                : Optional.of(Constant.uniform(
                        square.get().input(0).equals(square.get().input(1)) ? 2 : 0));
        Optional<Constant> epsilon = other(sum.get(), variance.get().output(0));
        boolean isNorm = power.isPresent()
                && power.get().isScalar()
                && power.get().at(0) == 2
                && epsilon.isPresent()
                && epsilon.get().isScalar()
                && mean.integer("keepdims", 1) != 0
                && variance.get().integer("keepdims", 1) != 0
                && !axes(mean).isEmpty()
                && axes(mean).equals(axes(variance.get()));
        if (!isNorm) {
            return false;
        }
        nodes.addAll(List.of(mean, difference, square.get(), variance.get(), sum.get(), root.get(), quotient.get()));
        return declare(mean, epsilon.get().at(0), quotient.get());
    }

    private boolean declare(Node mean, double epsilon, Node quotient) throws UnexpressibleException {
        Data data = scope.plain(mean, 0);
        List<Long> axes = axes(mean);
        int axis = data.rank() - axes.size();
        for (int i = 0; i < axes.size(); i++) {
            int found = data.axisIndex(axes.get(i));
            if (found != axis + i) {
                return false;
            }
        }
        Node last = quotient;
        Optional<Constant> gamma = Optional.empty();
        Optional<Constant> beta = Optional.empty();
        Optional<Node> product = onlyReader(last, "Mul");
        if (product.isPresent()) {
            gamma = other(product.get(), last.output(0)).filter(found -> NormOperators.isOverLast(found, data, axis));
            last = gamma.isPresent() ? product.get() : last;
        }
        nodes.add(last);
        String normalized = last.output(0);
        Optional<Node> shifted = onlyReader(last, "Add");
        if (shifted.isPresent()) {
            beta = other(shifted.get(), normalized).filter(found -> NormOperators.isOverLast(found, data, axis));
            last = beta.isPresent() ? shifted.get() : last;
        }
        nodes.add(last);
        Data output = NormOperators.overLast(
                last, new NormOperators.Settings(axis, epsilon, gamma, beta), data, scope.drafts());
        output.layer()
                .setOrigins(nodes.stream()
                        .sorted(Comparator.comparingInt(Node::index))
                        .map(Node::origin)
                        .toList());
        scope.set(last, output);
        scope.setDone(nodes);
        return true;
    }

    private List<Long> axes(Node mean) throws UnexpressibleException {
        if (mean.has("axes")) {
            return mean.longs("axes").orElse(List.of());
        }
        Optional<Constant> axes = constant(mean.input(1));
        return axes.isEmpty()
                ? List.of()
                : Arrays.stream(axes.get().wholes()).boxed().toList();
    }

    /** A reader of a value by its operator. */
    private Optional<Node> reader(String value, String operator) {
        return scope.graph().readers(value).stream()
                .filter(node -> node.operator().equals(operator))
                .findFirst();
    }

    private Optional<Node> onlyReader(Node node, String operator) {
        List<Node> readers = scope.graph().readers(node.output(0));
        boolean isOnly = readers.size() == 1 && !scope.graph().isOutput(node.output(0));
        return isOnly
                ? readers.stream()
                        .filter(found -> found.operator().equals(operator))
                        .findFirst()
                : Optional.empty();
    }

    /** The constant that a node of two inputs reads beside a value. */
    private Optional<Constant> other(Node node, String value) {
        return constant(node.input(0).equals(value) ? node.input(1) : node.input(0));
    }

    /** A constant, also of a node that comes later. */
    private Optional<Constant> constant(String name) {
        Optional<Value> known = scope.value(name);
        if (known.isPresent()) {
            return known.filter(value -> value instanceof Constant).map(value -> (Constant) value);
        }
        Optional<Node> producer =
                scope.graph().producer(name).filter(node -> node.operator().equals("Constant"));
        if (producer.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ConstantOperators.compute(producer.get(), scope));
        } catch (UnexpressibleException e) {
            return Optional.empty();
        }
    }
}
