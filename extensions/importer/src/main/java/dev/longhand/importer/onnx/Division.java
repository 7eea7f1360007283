package dev.longhand.importer.onnx;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The axes of reshaped data: the atoms of all axes in the file's order, divided anew. */
final class Division {

    private final Deque<Atom> rest;
    private final List<Long> sizes;
    private final long batchSize;

    private Division(Deque<Atom> rest, List<Long> sizes, long batchSize) {
        this.rest = rest;
        this.sizes = sizes;
        this.batchSize = batchSize;
    }

    /**
     * The axes of these sizes.
     *
     * @param sizes −1 for what is left, {@link Constant#BATCH} for the batch
     * @param batchSize the size of the batch in the file, 0 if it has none
     */
    static List<List<Atom>> of(Data data, List<Long> sizes, long batchSize) throws UnexpressibleException {
        Deque<Atom> atoms = new ArrayDeque<>();
        for (int i = 0; i < data.rank(); i++) {
            atoms.addAll(data.axis(i));
        }
        List<List<Atom>> axes = new Division(atoms, sizes, batchSize).axes();
        if (axes == null) {
            throw new UnexpressibleException("it reshapes " + data.sizes() + " to " + text(sizes)
                    + ", which depends on the number of samples or doesn't fit");
        }
        return axes;
    }

    private static String text(List<Long> sizes) {
        return sizes.toString().replace(String.valueOf(Constant.BATCH), "batch");
    }

    private @Nullable List<List<Atom>> axes() throws UnexpressibleException {
        List<List<Atom>> axes = new ArrayList<>();
        for (int i = 0; i < sizes.size(); i++) {
            List<Atom> axis = axis(i);
            if (axis == null) {
                return null;
            }
            axes.add(axis);
        }
        return rest.isEmpty() ? axes : null;
    }

    private @Nullable List<Atom> axis(int index) throws UnexpressibleException {
        long size = sizes.get(index);
        List<Atom> axis = new ArrayList<>();
        boolean isBatch =
                rest.peekFirst() == Atom.BATCH && (size == Constant.BATCH || batchSize > 0 && size == batchSize);
        if (isBatch) {
            axis.add(rest.removeFirst());
            return axis;
        }
        if (size == -1) {
            return open(index);
        }
        long product = 1;
        while (product < size) {
            Atom next = rest.pollFirst();
            if (next == Atom.BATCH && batchSize > 0 && size % (product * batchSize) == 0) {
                product *= batchSize;
                axis.add(next);
            } else if (next == null || next == Atom.BATCH || size % product != 0) {
                return null;
            } else {
                axis.add(taken(next, size / product));
                product *= axis.get(axis.size() - 1).size();
            }
        }
        return product == size ? axis : null;
    }

    /** The atom, or if it's larger than what is needed its outer part. */
    private Atom taken(Atom atom, long needed) throws UnexpressibleException {
        if (needed >= atom.size()) {
            return atom;
        }
        atom.divide((int) needed);
        List<Atom> parts = Atom.leaves(List.of(atom));
        rest.addFirst(parts.get(1));
        return parts.get(0);
    }

    /** What the sizes after leave. */
    private @Nullable List<Atom> open(int index) throws UnexpressibleException {
        long after = 1;
        boolean hasBatchAfter = false;
        for (long size : sizes.subList(index + 1, sizes.size())) {
            boolean isBatch = size == Constant.BATCH || batchSize > 1 && size == batchSize && rest.contains(Atom.BATCH);
            hasBatchAfter |= isBatch;
            if (!isBatch) {
                if (size < 1) {
                    return null;
                }
                after *= size;
            }
        }
        List<Atom> axis = new ArrayList<>();
        while (Atom.size(rest) > after || !hasBatchAfter && rest.contains(Atom.BATCH)) {
            Atom next = rest.pollFirst();
            if (next == null) {
                return null;
            }
            long left = Atom.size(rest);
            if (next != Atom.BATCH && left < after) {
                if (after % left != 0 || next.size() % (after / left) != 0) {
                    return null;
                }
                next = taken(next, next.size() / (after / left));
            }
            axis.add(next);
        }
        return axis;
    }
}
