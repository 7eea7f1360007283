package dev.longhand.importer.onnx;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What only changes the layout of data: their axes are rearranged, and no layer is declared. */
final class ShapeOperators {

    private ShapeOperators() {}

    static void transpose(Node node, Scope scope) throws UnexpressibleException {
        Data data = scope.scaled(node, 0);
        List<List<Atom>> axes = new ArrayList<>();
        Optional<List<Long>> permutation = node.longs("perm");
        for (int i = 0; i < data.rank(); i++) {
            int axis = permutation.isPresent() && permutation.get().size() == data.rank()
                    ? data.axisIndex(permutation.get().get(i))
                    : data.rank() - 1 - i;
            axes.add(data.axes().get(axis));
        }
        if (new HashSet<>(permutation.orElse(List.of())).size()
                        != permutation.orElse(List.of()).size()
                || data.pads() != null) {
            throw new UnexpressibleException("its permutation names an axis twice, or its input is padded");
        }
        scope.set(node, data.viewed(axes, node));
    }

    static void flatten(Node node, Scope scope) throws UnexpressibleException {
        Data data = unpadded(scope.scaled(node, 0));
        long given = node.integer("axis", 1);
        long axis = given < 0 ? given + data.rank() : given;
        if (axis < 0 || axis > data.rank()) {
            throw new UnexpressibleException("its axis " + given + " isn't one of its input");
        }
        List<List<Atom>> axes = List.of(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < data.rank(); i++) {
            axes.get(i < axis ? 0 : 1).addAll(data.axes().get(i));
        }
        scope.set(node, data.viewed(axes, node));
    }

    private static Data unpadded(Data data) throws UnexpressibleException {
        if (data.pads() != null) {
            throw new UnexpressibleException("it reads padded numbers, which only convolutions and average pools do");
        }
        return data;
    }

    static void squeeze(Node node, Scope scope) throws UnexpressibleException {
        Data data = unpadded(scope.scaled(node, 0));
        Optional<List<Long>> given = scope.wholes(node, "axes", 1);
        Set<Integer> removed = new HashSet<>();
        for (long axis : given.orElse(List.of())) {
            removed.add(data.axisIndex(axis));
        }
        List<List<Atom>> axes = new ArrayList<>();
        for (int i = 0; i < data.rank(); i++) {
            boolean isRemoved =
                    given.isPresent() ? removed.contains(i) : data.axis(i).isEmpty();
            if (isRemoved && !data.axis(i).isEmpty()) {
                throw new UnexpressibleException("it removes axis " + i + " of " + data.sizes() + ", which isn't 1");
            }
            if (!isRemoved) {
                axes.add(data.axes().get(i));
            }
        }
        scope.set(node, data.viewed(axes, node));
    }

    static void unsqueeze(Node node, Scope scope) throws UnexpressibleException {
        Data data = unpadded(scope.scaled(node, 0));
        List<Long> given = scope.wholes(node, "axes", 1).orElse(List.of());
        int rank = data.rank() + given.size();
        Set<Integer> added = new HashSet<>();
        for (long axis : given) {
            added.add((int) (axis < 0 ? axis + rank : axis));
        }
        if (added.size() != given.size() || added.stream().anyMatch(axis -> axis < 0 || axis >= rank)) {
            throw new UnexpressibleException("its axes " + given + " don't fit its input " + data.sizes());
        }
        List<List<Atom>> axes = new ArrayList<>(data.axes());
        for (int axis : added.stream().sorted().toList()) {
            axes.add(axis, List.of());
        }
        scope.set(node, data.viewed(axes, node));
    }

    /** Divides and joins axes as the sizes say, in the file's order. */
    static void reshape(Node node, Scope scope) throws UnexpressibleException {
        Data data = unpadded(scope.scaled(node, 0));
        List<Long> sizes = new ArrayList<>(scope.wholes(node, "shape", 1).orElse(List.of()));
        for (int i = 0; i < sizes.size(); i++) {
            if (sizes.get(i) == 0 && node.integer("allowzero", 0) == 0 && i < data.rank()) {
                sizes.set(i, data.isBatch(i) && data.size(i) == 1 ? Constant.BATCH : (long) data.size(i));
            }
        }
        scope.set(node, data.viewed(Division.of(data, sizes, scope.batchSize()), node));
    }

    /**
     * All of an axis of size 1, or one of the parts that a {@code Concat} joined, such as the states of the last of several
     * recurrent layers.
     */
    static boolean part(Node node, Scope scope) throws UnexpressibleException {
        Data data = scope.scaled(node, 0);
        Optional<Scope.Joined> joined = scope.joined(data.layer());
        Constant index = scope.required(node, 1);
        int axis = data.axisIndex(node.integer("axis", 0));
        if (index.count() == 1 && data.axis(axis).isEmpty() && (index.at(0) == 0 || index.at(0) == -1)) {
            List<List<Atom>> axes = new ArrayList<>(data.axes());
            if (index.dimensions().length == 0) {
                axes.remove(axis);
            }
            scope.set(node, unpadded(data).viewed(axes, node));
            return true;
        }
        if (joined.isEmpty() || !data.views().isEmpty() || index.count() != 1) {
            return false;
        }
        List<Data> parts = joined.get().parts();
        double position = index.at(0) < 0 ? index.at(0) + parts.size() : index.at(0);
        boolean isOfOnes = parts.stream().allMatch(part -> part.size(axis) == 1);
        if (axis != joined.get().axis() || !isOfOnes || position < 0 || position >= parts.size()) {
            return false;
        }
        Data part = parts.get((int) position);
        List<List<Atom>> axes = new ArrayList<>(part.axes());
        if (index.dimensions().length == 0) {
            axes.remove(axis);
        }
        scope.set(node, part.viewed(axes, node));
        return true;
    }

    /** The last step of a sequence that a recurrent layer returns, by {@code Gather} or {@code Slice}. */
    static void lastStep(Node node, Scope scope) throws UnexpressibleException {
        Data data = scope.scaled(node, 0);
        boolean isGather = node.operator().equals("Gather");
        long axisNumber = isGather
                ? node.integer("axis", 0)
                : scope.wholes(node, "axes", 3)
                        .filter(axes -> axes.size() == 1)
                        .map(axes -> axes.get(0))
                        .orElse(Long.MAX_VALUE);
        int axis = axisNumber == Long.MAX_VALUE ? 0 : data.axisIndex(axisNumber);
        Optional<Scope.LastStep> last = scope.lastStep(data.layer());
        boolean isLast = isGather ? isLastIndex(node, data, axis, scope) : isLastSlice(node, data, axis, scope);
        if (last.isEmpty() || !isLast || !data.axis(axis).equals(last.get().time())) {
            throw new UnexpressibleException("it takes a part of " + data.sizes()
                    + ", which no layer does except the last step of a recurrent layer");
        }
        List<List<Atom>> axes = new ArrayList<>(data.axes());
        boolean keepsAxis = !isGather || scope.required(node, 1).dimensions().length == 1;
        if (keepsAxis) {
            axes.set(axis, List.of());
        } else {
            axes.remove(axis);
        }
        scope.set(node, Data.of(last.get().layer(), last.get().storage(), axes));
    }

    private static boolean isLastIndex(Node node, Data data, int axis, Scope scope) throws UnexpressibleException {
        Constant index = scope.required(node, 1);
        return index.count() == 1 && (index.at(0) == -1 || index.at(0) == data.size(axis) - 1);
    }

    private static boolean isLastSlice(Node node, Data data, int axis, Scope scope) throws UnexpressibleException {
        List<Long> starts = scope.wholes(node, "starts", 1).orElse(List.of());
        List<Long> ends = scope.wholes(node, "ends", 2).orElse(List.of());
        return starts.size() == 1
                && ends.size() == 1
                && (starts.get(0) == -1 || starts.get(0) == data.size(axis) - 1)
                && ends.get(0) >= data.size(axis);
    }

    /** Zeros around axes, which a convolution or an average pool may read. */
    static void pad(Node node, Scope scope) throws UnexpressibleException {
        Data data = scope.scaled(node, 0);
        List<Long> given = scope.wholes(node, node.has("paddings") ? "paddings" : "pads", 1)
                .orElse(List.of());
        Optional<Constant> value = scope.constant(node, 2);
        if (given.size() != 2 * data.rank() || scope.constant(node, 3).isPresent()) {
            throw new UnexpressibleException("it doesn't pad all axes of its input " + data.sizes());
        }
        if (given.stream().allMatch(zeros -> zeros == 0)) {
            scope.set(node, data);
            return;
        }
        boolean isZero = node.text("mode", "constant").equals("constant")
                && node.number("value", 0) == 0
                && value.map(number -> number.count() == 0 || number.at(0) == 0).orElse(true);
        if (!isZero || data.pads() != null || given.stream().anyMatch(zeros -> zeros < 0)) {
            throw new UnexpressibleException("it pads with something else than zeros once, which no layer does");
        }
        List<Integer> pads = new ArrayList<>();
        for (long zeros : given) {
            pads.add(Node.small("padding", zeros));
        }
        scope.set(node, data.padded(pads));
    }
}
