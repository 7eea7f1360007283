package dev.longhand.importer.onnx;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A factor of the size of a sample: axes and the dimensions of a layer's storage are products of atoms. An image of 28 rows, 28
 * columns and 3 channels has three; a node that divides an axis divides its atom. Atoms are compared by identity, and those of
 * size 1 are left out.
 */
final class Atom {

    /** The samples of a batch, which no storage contains. */
    static final Atom BATCH = new Atom(0, null);

    private final int size;
    private final int @Nullable [] order;
    private List<Atom> parts = List.of();

    private Atom(int size, int @Nullable [] order) {
        this.size = size;
        this.order = order;
    }

    /** An atom whose coordinates are the same in the file and in the storage. */
    static Atom of(int size) {
        return new Atom(size, null);
    }

    /**
     * An atom whose coordinates differ.
     *
     * @param order for each coordinate in the file the one in the storage
     */
    static Atom reordered(int[] order) {
        for (int i = 0; i < order.length; i++) {
            if (order[i] != i) {
                return new Atom(order.length, order);
            }
        }
        return of(order.length);
    }

    /** A list of one new atom, or of none if its size is 1. */
    static List<Atom> list(int size) {
        return size == 1 ? List.of() : List.of(of(size));
    }

    int size() {
        return size;
    }

    boolean isReordered() {
        return order != null;
    }

    /** The coordinate in the storage. */
    int stored(int coordinate) {
        return order == null ? coordinate : order[coordinate];
    }

    /** Divides it into an outer part of {@code outer} and an inner one. */
    void divide(int outer) throws UnexpressibleException {
        if (order != null || outer < 1 || size % outer != 0) {
            throw new UnexpressibleException("it divides a dimension of " + size + " in a way that no layer has");
        }
        parts = List.of(of(outer), of(size / outer));
    }

    /** The undivided atoms that these consist of. */
    static List<Atom> leaves(Collection<Atom> atoms) {
        List<Atom> leaves = new ArrayList<>();
        for (Atom atom : atoms) {
            if (atom.parts.isEmpty()) {
                leaves.add(atom);
            } else {
                leaves.addAll(leaves(atom.parts));
            }
        }
        return leaves;
    }

    /** The product of their sizes, batches aside. */
    static long size(Collection<Atom> atoms) {
        long size = 1;
        for (Atom atom : atoms) {
            if (atom != BATCH) {
                size = Math.min(Integer.MAX_VALUE, size * atom.size);
            }
        }
        return size;
    }

    /**
     * For each coordinate of an axis the one in the storage.
     *
     * @param axis the undivided atoms of the axis, in the file's order
     * @param stored the same atoms in the storage's order
     */
    static int[] order(List<Atom> axis, List<Atom> stored) {
        int[] order = new int[(int) size(axis)];
        for (int i = 0; i < order.length; i++) {
            int rest = i;
            int at = 0;
            for (int k = axis.size() - 1; k >= 0; k--) {
                Atom atom = axis.get(k);
                int coordinate = atom.stored(rest % atom.size);
                rest /= atom.size;
                at += coordinate * (int) size(stored.subList(stored.indexOf(atom) + 1, stored.size()));
            }
            order[i] = at;
        }
        return order;
    }
}
