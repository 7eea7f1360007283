package dev.longhand.importer.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Computes what nodes make of constants and of shapes, in which the batch is unknown. */
final class ConstantOperators {

    private ConstantOperators() {}

    /** The output of a node that reads constants only. */
    static Constant compute(Node node, Scope scope) throws UnexpressibleException {
        return switch (node.operator()) {
            case "Constant" -> constant(node);
            case "ConstantOfShape" -> filled(node, scope.required(node, 0));
            case "Identity", "Dropout" -> scope.required(node, 0);
            case "Gather" -> gather(node, scope);
            case "Concat" -> concatenate(node, scope);
            case "Slice" -> slice(node, scope);
            case "Squeeze" ->
                scope.required(node, 0).count() == 1
                        ? scope.required(node, 0).shaped()
                        : squeezed(scope.required(node, 0));
            case "Unsqueeze" -> unsqueezed(node, scope);
            case "Reshape" -> reshaped(scope.required(node, 0), scope.required(node, 1));
            case "Transpose" -> transposed(node, scope);
            case "Expand" -> expanded(scope.required(node, 0), scope.required(node, 1));
            default -> elements(node, scope);
        };
    }

    private static Constant constant(Node node) throws UnexpressibleException {
        Optional<TensorProto> tensor = node.tensor("value");
        if (tensor.isPresent()) {
            return Tensors.inline(tensor.get());
        }
        if (node.has("value_float")) {
            return Constant.of(new float[] {node.number("value_float", 0)});
        }
        if (node.has("value_int")) {
            return Constant.of(new long[] {node.integer("value_int", 0)});
        }
        Optional<List<Long>> whole = node.longs("value_ints");
        if (whole.isPresent() && !whole.get().isEmpty()) {
            long[] numbers = whole.get().stream().mapToLong(Long::longValue).toArray();
            return Constant.of(numbers, numbers.length);
        }
        throw new UnexpressibleException("its value is neither a tensor nor a number");
    }

    /** The sizes of the axes of data or a constant. */
    static Constant shape(Value value) throws UnexpressibleException {
        if (value instanceof Constant constant) {
            int[] dimensions = constant.dimensions();
            return Constant.of(Arrays.stream(dimensions).asLongStream().toArray(), dimensions.length);
        }
        if (!(value instanceof Data data)) {
            throw new UnexpressibleException("its input isn't known");
        }
        long[] sizes = new long[data.rank()];
        for (int i = 0; i < sizes.length; i++) {
            if (data.isBatch(i) && data.size(i) > 1) {
                throw new UnexpressibleException("it reads the size of an axis that the batch is only a part of");
            }
            sizes[i] = data.isBatch(i) ? Constant.BATCH : data.size(i);
        }
        return Constant.of(sizes, sizes.length);
    }

    /** The same number everywhere; how often needn't be known. */
    private static Constant filled(Node node, Constant shape) throws UnexpressibleException {
        Optional<TensorProto> value = node.tensor("value");
        Constant number = value.isPresent() ? Tensors.inline(value.get()) : Constant.uniform(0);
        if (number.count() != 1) {
            throw new UnexpressibleException("its value isn't one number");
        }
        return new Constant(sizes(shape), number.numbers(), number.wholes(), true);
    }

    private static int[] sizes(Constant shape) throws UnexpressibleException {
        int[] sizes = new int[shape.count()];
        for (int i = 0; i < sizes.length; i++) {
            long size = shape.isWhole() ? shape.wholes()[i] : (long) shape.at(i);
            sizes[i] = size == Constant.BATCH ? 1 : Node.small("shape", size);
        }
        return sizes;
    }

    private static Constant expanded(Constant value, Constant shape) throws UnexpressibleException {
        if (!value.isScalar()) {
            throw new UnexpressibleException("it repeats numbers that differ");
        }
        float[] number = value.isWhole() ? new float[0] : new float[] {(float) value.at(0)};
        long[] whole = value.isWhole() ? new long[] {value.wholes()[0]} : new long[0];
        return new Constant(sizes(shape), number, whole, true);
    }

    private static Constant gather(Node node, Scope scope) throws UnexpressibleException {
        Constant from = scope.required(node, 0);
        Constant indices = scope.required(node, 1);
        if (from.dimensions().length != 1 || node.integer("axis", 0) != 0 || from.isUniform() && from.count() != 1) {
            throw new UnexpressibleException("it looks up constants in more than one dimension");
        }
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < indices.count(); i++) {
            double index = indices.at(i) < 0 ? indices.at(i) + from.count() : indices.at(i);
            if (index < 0 || index >= from.count()) {
                throw new UnexpressibleException("its index " + (long) indices.at(i) + " isn't one of its input");
            }
            positions.add((int) index);
        }
        return select(from, positions, indices.dimensions(), scope);
    }

    private static Constant select(Constant from, List<Integer> positions, int[] dimensions, Scope scope)
            throws UnexpressibleException {
        scope.take(positions.size());
        if (from.isWhole()) {
            return Constant.of(
                    positions.stream().mapToLong(i -> from.wholes()[i]).toArray(), dimensions);
        }
        float[] numbers = new float[positions.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = from.numbers()[positions.get(i)];
        }
        return Constant.of(numbers, dimensions);
    }

    private static Constant concatenate(Node node, Scope scope) throws UnexpressibleException {
        List<Long> wholes = new ArrayList<>();
        for (int i = 0; i < node.inputs().size(); i++) {
            Constant part = scope.required(node, i);
            if (part.dimensions().length > 1
                    || !part.isWhole()
                    || part.isUniform() && part.dimensions().length == 1 && part.dimensions()[0] != 1) {
                throw new UnexpressibleException("it joins constants that aren't rows of sizes");
            }
            scope.take(part.count());
            for (long whole : part.wholes()) {
                wholes.add(whole);
            }
        }
        return Constant.of(wholes.stream().mapToLong(Long::longValue).toArray(), wholes.size());
    }

    private static Constant slice(Node node, Scope scope) throws UnexpressibleException {
        Constant from = scope.required(node, 0);
        if (from.isUniform()) {
            // States of 0, for instance, of which it doesn't matter how many there are.
            return from;
        }
        List<Long> starts = scope.wholes(node, "starts", 1).orElse(List.of());
        List<Long> ends = scope.wholes(node, "ends", 2).orElse(List.of());
        List<Long> steps =
                node.inputs().size() > 4 ? scope.wholes(node, "steps", 4).orElse(List.of(1L)) : List.of(1L);
        boolean isRow = from.dimensions().length == 1 && from.count() == from.dimensions()[0];
        if (!isRow || starts.size() != 1 || ends.size() != 1 || !steps.equals(List.of(1L))) {
            throw new UnexpressibleException("it cuts constants in more than one dimension");
        }
        int count = from.count();
        long start = Math.max(0, starts.get(0) < 0 ? starts.get(0) + count : starts.get(0));
        long end = Math.min(count, ends.get(0) < 0 ? ends.get(0) + count : ends.get(0));
        List<Integer> positions = new ArrayList<>();
        for (long i = start; i < end; i++) {
            positions.add((int) i);
        }
        return select(from, positions, new int[] {positions.size()}, scope);
    }

    private static Constant squeezed(Constant constant) {
        return constant.shaped(
                Arrays.stream(constant.dimensions()).filter(size -> size != 1).toArray());
    }

    private static Constant unsqueezed(Node node, Scope scope) throws UnexpressibleException {
        Constant constant = scope.required(node, 0);
        List<Long> axes = scope.wholes(node, "axes", 1).orElse(List.of());
        List<Integer> dimensions = new ArrayList<>();
        int next = 0;
        int rank = constant.dimensions().length + axes.size();
        for (int i = 0; i < rank; i++) {
            boolean isAdded = axes.contains((long) i) || axes.contains((long) i - rank);
            if (!isAdded && next == constant.dimensions().length) {
                throw new UnexpressibleException("its axes " + axes + " don't fit its input");
            }
            dimensions.add(isAdded ? 1 : constant.dimensions()[next++]);
        }
        return constant.shaped(dimensions.stream().mapToInt(Integer::intValue).toArray());
    }

    private static Constant reshaped(Constant constant, Constant shape) throws UnexpressibleException {
        int[] sizes = sizes(shape);
        long known = 1;
        int open = -1;
        for (int i = 0; i < sizes.length; i++) {
            if (sizes[i] == 0 && i < constant.dimensions().length) {
                sizes[i] = constant.dimensions()[i];
            }
            if (sizes[i] < 0) {
                open = i;
            } else {
                known *= sizes[i];
            }
        }
        long count = 1;
        for (int size : constant.dimensions()) {
            count *= size;
        }
        if (open >= 0 && known > 0) {
            sizes[open] = (int) (count / known);
            known *= sizes[open];
        }
        if (known != count) {
            throw new UnexpressibleException(
                    "it reshapes " + count + " constants to " + WindowPadding.text(sizes) + ", which doesn't fit");
        }
        return constant.shaped(sizes);
    }

    private static Constant transposed(Node node, Scope scope) throws UnexpressibleException {
        Constant constant = scope.required(node, 0);
        int[] dimensions = constant.dimensions();
        int rank = dimensions.length;
        List<Long> permutation = node.longs("perm").orElse(List.of());
        int[] axes = new int[rank];
        int[] sizes = new int[rank];
        for (int i = 0; i < rank; i++) {
            long axis = permutation.size() == rank ? permutation.get(i) : rank - 1 - i;
            if (axis < 0 || axis >= rank) {
                throw new UnexpressibleException("its permutation " + permutation + " doesn't fit its input");
            }
            axes[i] = (int) axis;
            sizes[i] = dimensions[axes[i]];
        }
        if (constant.isUniform() || constant.isWhole()) {
            return constant.isUniform() ? constant.shaped(sizes) : refuse();
        }
        scope.take(constant.count());
        float[] numbers = new float[constant.count()];
        for (int i = 0; i < numbers.length; i++) {
            int rest = i;
            int at = 0;
            for (int k = rank - 1; k >= 0; k--) {
                int stride = 1;
                for (int later = axes[k] + 1; later < rank; later++) {
                    stride *= dimensions[later];
                }
                at += rest % sizes[k] * stride;
                rest /= sizes[k];
            }
            numbers[i] = constant.numbers()[at];
        }
        return Constant.of(numbers, sizes);
    }

    private static Constant refuse() throws UnexpressibleException {
        throw new UnexpressibleException("it transposes whole numbers");
    }

    /** A function of each number; of two constants one must be a single number, or both have the same dimensions. */
    private static Constant elements(Node node, Scope scope) throws UnexpressibleException {
        Optional<ToDoubleFunction<double[]>> function = ElementOperators.function(node);
        if (function.isEmpty()) {
            throw new UnexpressibleException("it's computed from constants by an operator that isn't supported there");
        }
        List<Constant> operands = new ArrayList<>();
        Constant largest = null;
        for (int i = 0; i < node.inputs().size(); i++) {
            Optional<Constant> operand = scope.constant(node, i);
            if (operand.isPresent()) {
                operands.add(operand.get());
                boolean isLarger = largest == null || operand.get().count() > largest.count();
                largest = isLarger ? operand.get() : largest;
            }
        }
        if (largest == null) {
            throw new UnexpressibleException("it has no input");
        }
        ElementOperators.requireOperands(node, operands.size());
        int count = largest.count();
        boolean isWhole = true;
        for (Constant operand : operands) {
            if (operand.count() != 1 && operand.count() != count) {
                throw new UnexpressibleException("it computes with constants of different sizes");
            }
            isWhole &= operand.isWhole();
        }
        boolean isFloat = node.operator().equals("Cast") && Tensors.isFloating(node.integer("to", Tensors.FLOAT));
        return computed(node, function.get(), operands, largest, isWhole && !isFloat, scope);
    }

    private static Constant computed(
            Node node,
            ToDoubleFunction<double[]> function,
            List<Constant> operands,
            Constant largest,
            boolean isWhole,
            Scope scope)
            throws UnexpressibleException {
        int count = largest.count();
        scope.take(count);
        float[] numbers = new float[isWhole ? 0 : count];
        long[] wholes = new long[isWhole ? count : 0];
        double[] arguments = new double[operands.size()];
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < arguments.length; k++) {
                arguments[k] = operands.get(k).at(operands.get(k).count() == 1 ? 0 : i);
            }
            boolean isBatch = Arrays.stream(arguments).anyMatch(number -> number == Constant.BATCH);
            boolean keepsBatch = node.operator().equals("Cast")
                    || node.operator().equals("Mul") && Arrays.stream(arguments).anyMatch(number -> number == 1);
            if (isBatch && !keepsBatch) {
                throw new UnexpressibleException("it computes with the number of samples, which isn't known");
            }
            double result = isBatch ? Constant.BATCH : function.applyAsDouble(arguments);
            if (isWhole) {
                wholes[i] = (long) result;
            } else {
                numbers[i] = (float) result;
            }
        }
        return new Constant(largest.dimensions(), numbers, wholes, largest.isUniform());
    }
}
