package dev.longhand.importer.onnx;

import dev.longhand.importer.Origin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that a layer computes, as the file has them.
 *
 * @param layer the layer
 * @param storage the order in which it stores a sample
 * @param axes the atoms of each axis in the file, one of which has {@link Atom#BATCH}
 * @param scale by what the layer's numbers are multiplied; another than 1 is left to the weights that read them
 * @param pads zeros around each axis, first before all of them, then after; null if there are none
 * @param function the function of each of the layer's numbers that is still to be applied; null if there's none
 * @param views the nodes that changed the axes
 */
record Data(
        Draft layer,
        Storage storage,
        List<List<Atom>> axes,
        double scale,
        @Nullable List<Integer> pads,
        @Nullable ScalarExpression function,
        List<Origin> views)
        implements Value {

    Data {
        axes = List.copyOf(axes);
        views = List.copyOf(views);
    }

    /** The output of a layer with these axes. */
    static Data of(Draft layer, Storage storage, List<List<Atom>> axes) {
        return new Data(layer, storage, axes, 1, null, null, List.of());
    }

    /** The undivided atoms of an axis, the batch included. */
    List<Atom> axis(int index) {
        return Atom.leaves(axes.get(index));
    }

    int rank() {
        return axes.size();
    }

    /** The size of an axis without the batch. */
    int size(int axis) {
        return (int) Atom.size(axis(axis));
    }

    boolean isBatch(int axis) {
        return axes.get(axis).contains(Atom.BATCH);
    }

    /** The index of an axis, which may be counted from the end. */
    int axisIndex(long axis) throws UnexpressibleException {
        long index = axis < 0 ? axis + rank() : axis;
        if (index < 0 || index >= rank()) {
            throw new UnexpressibleException("its axis " + axis + " isn't one of the " + rank() + " of its input");
        }
        return (int) index;
    }

    /** The same numbers with other axes, by a node that only changes the layout. */
    Data viewed(List<List<Atom>> newAxes, Node node) {
        List<Origin> longer = new ArrayList<>(views);
        longer.add(node.origin());
        return new Data(layer, storage, newAxes, scale, pads, function, longer);
    }

    Data scaled(double newScale) {
        return new Data(layer, storage, axes, newScale, pads, function, views);
    }

    Data padded(@Nullable List<Integer> newPads) {
        return new Data(layer, storage, axes, scale, newPads, function, views);
    }

    Data with(@Nullable ScalarExpression newFunction) {
        return new Data(
                layer, storage, axes, function == null && newFunction != null ? 1 : scale, pads, newFunction, views);
    }

    /** What another layer that keeps the order computes of these numbers. */
    Data by(Draft newLayer) {
        return new Data(newLayer, storage, axes, scale, null, null, Collections.emptyList());
    }

    /** Whether these are the same numbers with the same axes, functions aside. */
    boolean isAligned(Data other) {
        return layer == other.layer && storage == other.storage && leaves().equals(other.leaves());
    }

    private List<List<Atom>> leaves() {
        return axes.stream().map(Atom::leaves).toList();
    }

    /** The sizes of the axes, for messages. */
    String sizes() {
        List<String> sizes = new ArrayList<>();
        for (int i = 0; i < rank(); i++) {
            sizes.add(isBatch(i) ? "batch" + (size(i) > 1 ? "·" + size(i) : "") : String.valueOf(size(i)));
        }
        return String.join("×", sizes);
    }
}
