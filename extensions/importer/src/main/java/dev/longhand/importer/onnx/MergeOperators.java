package dev.longhand.importer.onnx;

import dev.longhand.Activation;
import dev.longhand.Shape;
import dev.longhand.importer.ActivationSetting;
import dev.longhand.importer.LayerSettings;
import dev.longhand.importer.MergeSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code Add}, {@code Mul} and {@code Sum} of data, and {@code Concat}. */
final class MergeOperators {

    private static final int LARGEST = 1 << 24;

    private MergeOperators() {}

    /** How a node joins data. */
    static MergeSettings.Kind kind(Node node) throws UnexpressibleException {
        return switch (node.operator()) {
            case "Add", "Sum" -> MergeSettings.Kind.ADD;
            case "Mul" -> MergeSettings.Kind.MULTIPLY;
            default -> throw new UnexpressibleException("no layer computes this of two others", node);
        };
    }

    /** A layer that adds or multiplies what two others compute. */
    static Data join(Node node, MergeSettings.Kind kind, Data first, Data second, Drafts drafts)
            throws UnexpressibleException {
        if (!Alignment.hasEqualAxes(first, second, -2)) {
            throw new UnexpressibleException(
                    "it joins " + first.sizes() + " and " + second.sizes() + ", but layers join equal shapes only");
        }
        Alignment.choose(first, second, -1);
        Alignment.choose(second, first, -1);
        if (!Alignment.isEqual(first, second, -2)) {
            throw new UnexpressibleException("it joins numbers that are stored in two orders, and no layer transposes");
        }
        Shape shape = first.layer().shape();
        Draft right = drafts.shaped(second.layer(), shape, second.views());
        return first.by(drafts.add(node, new MergeSettings(kind), first.layer(), right));
    }

    /** The sum of any number of data. */
    static void sum(Node node, Scope scope) throws UnexpressibleException {
        Data sum = scope.plain(node, 0);
        for (int i = 1; i < node.inputs().size(); i++) {
            sum = join(node, MergeSettings.Kind.ADD, sum, scope.plain(node, i), scope.drafts());
        }
        scope.set(node, sum);
    }

    /** Joins data along an axis, which must be the innermost or the outermost in storage. */
    static void concatenate(Node node, Scope scope) throws UnexpressibleException {
        List<Data> parts = new ArrayList<>();
        for (int i = 0; i < node.inputs().size(); i++) {
            parts.add(scope.plain(node, i));
        }
        Data first = parts.get(0);
        int axis = first.axisIndex(node.integer("axis", 1));
        if (first.isBatch(axis)) {
            throw new UnexpressibleException("it joins batches, which layers don't");
        }
        if (parts.size() == 1) {
            scope.set(node, first);
            return;
        }
        Data leader = parts.stream()
                .filter(part -> !part.storage().isOpen())
                .findFirst()
                .orElse(first);
        for (Data part : parts) {
            if (!Alignment.hasEqualAxes(first, part, axis)) {
                throw new UnexpressibleException("it joins " + first.sizes() + " and " + part.sizes() + " along axis "
                        + axis + ", but the others must be equal");
            }
            Alignment.choose(part, leader, axis);
        }
        Data joined = joined(node, parts, axis, scope.drafts());
        scope.setJoined(joined.layer(), new Scope.Joined(parts, axis));
        scope.set(node, joined);
    }

    private static Data joined(Node node, List<Data> parts, int axis, Drafts drafts) throws UnexpressibleException {
        Data first = parts.get(0);
        if (!isOutermost(parts, axis) || Atom.size(first.storage().atoms()) == first.size(axis)) {
            return innermost(node, parts, axis, drafts);
        }
        List<Draft> reads = new ArrayList<>();
        int total = 0;
        for (Data part : parts) {
            reads.add(drafts.shaped(part.layer(), Shape.of(part.layer().shape().size()), part.views()));
            total += part.size(axis);
        }
        Draft layer = drafts.add(node, new MergeSettings(MergeSettings.Kind.CONCAT), reads.toArray(new Draft[0]));
        List<Atom> others = new ArrayList<>(first.storage().atoms());
        others.removeAll(first.axis(axis));
        return output(first, axis, layer, Atom.list(total), others, true);
    }

    /** Whether the axis comes first in all storages, in the file's order, and the others are equal. */
    private static boolean isOutermost(List<Data> parts, int axis) {
        for (Data part : parts) {
            List<Atom> atoms = part.axis(axis);
            List<Atom> stored = part.storage().atoms();
            boolean isFirst = stored.size() >= atoms.size()
                    && stored.subList(0, atoms.size()).equals(atoms)
                    && atoms.stream().noneMatch(Atom::isReordered);
            if (!isFirst || !Alignment.isEqual(parts.get(0), part, axis)) {
                return false;
            }
        }
        return true;
    }

    private static Data innermost(Node node, List<Data> parts, int axis, Drafts drafts) throws UnexpressibleException {
        Data first = parts.get(0);
        List<Draft> reads = new ArrayList<>();
        List<Reading> readings = new ArrayList<>();
        List<Atom> others = List.of();
        boolean isInOrder = true;
        int total = 0;
        for (Data part : parts) {
            Reading reading = Reading.last(part, part.axis(axis), 3, drafts);
            if (!Alignment.isEqual(first, part, axis)) {
                throw new UnexpressibleException(
                        "it joins numbers that are stored in two orders, and no layer transposes");
            }
            Draft layer = reading.layer();
            Shape shape = reads.isEmpty()
                    ? layer.shape()
                    : reads.get(0).shape().withLast(layer.shape().last());
            reads.add(drafts.shaped(layer, shape, part.views()));
            isInOrder &= reading.isInOrder();
            total += part.size(axis);
            readings.add(reading);
            others = others.isEmpty() ? reading.others() : others;
        }
        Draft layer = drafts.add(node, new MergeSettings(MergeSettings.Kind.CONCAT), reads.toArray(new Draft[0]));
        List<Atom> joined = isInOrder ? Atom.list(total) : List.of(Atom.reordered(order(readings, total)));
        return output(first, axis, layer, joined, others, false);
    }

    private static int[] order(List<Reading> readings, int total) throws UnexpressibleException {
        if (total > LARGEST) {
            throw new UnexpressibleException("it joins more than " + LARGEST + " numbers in another order");
        }
        int[] order = new int[total];
        int begin = 0;
        for (Reading reading : readings) {
            int[] part = reading.order();
            for (int i = 0; i < part.length; i++) {
                order[begin + i] = begin + part[i];
            }
            begin += part.length;
        }
        return order;
    }

    private static Data output(
            Data first, int axis, Draft layer, List<Atom> joined, List<Atom> others, boolean isOutermost) {
        List<List<Atom>> axes = new ArrayList<>(first.axes());
        axes.set(axis, joined);
        List<Atom> stored = new ArrayList<>(isOutermost ? joined : others);
        stored.addAll(isOutermost ? others : joined);
        return Data.of(layer, Storage.of(stored), axes);
    }

    /** A softmax, of data whose only dimension it's over, or as the activation of a dense layer. */
    static void softmax(Node node, Activation activation, Scope scope) throws UnexpressibleException {
        Data data = scope.plain(node, 0);
        boolean isOfRest = scope.graph().opset() < 13;
        int axis = data.axisIndex(node.integer("axis", isOfRest ? 1 : -1));
        List<Atom> atoms = new ArrayList<>();
        for (int i = axis; i < (isOfRest ? data.rank() : axis + 1); i++) {
            if (data.isBatch(i)) {
                throw new UnexpressibleException("it's computed over the batch");
            }
            atoms.addAll(data.axis(i));
        }
        ActivationSetting setting = ActivationSetting.of(activation);
        boolean isAlone = scope.graph().isReadOnlyBy(data.layer().value(), Set.of(node), node);
        boolean isOfUnits = data.storage().atoms().size() >= atoms.size()
                && data.layer().settings() instanceof LayerSettings.Dense dense
                && dense.units() == Atom.size(atoms);
        Reading reading = Reading.last(data, atoms, 2, scope.drafts());
        if (isAlone && isOfUnits && data.layer().takesActivation()) {
            data.layer().activate(setting);
            data.layer().from(List.of(node.origin()));
            scope.set(node, data);
            return;
        }
        if (!reading.others().isEmpty()) {
            throw new UnexpressibleException("it's a softmax at each of several positions of " + data.sizes()
                    + ", which only a dense layer of a sequence before it could have as its activation");
        }
        scope.set(node, data.by(scope.drafts().add(node, new LayerSettings.Activate(setting), reading.layer())));
    }
}
