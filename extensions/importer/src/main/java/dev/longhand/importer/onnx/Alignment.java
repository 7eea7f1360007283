package dev.longhand.importer.onnx;

import dev.longhand.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * The order of data in storage, in terms of the file's axes: two layers whose data have equal axes are joined number by number
 * only if their orders are equal.
 */
final class Alignment {

    private Alignment() {}

    /** A run of the storage that is a part of one axis: the axis, the stride in it, the size, and the atom's own order. */
    private record Piece(int axis, long stride, long size, List<Integer> order) {}

    private static List<Piece> pieces(Data data, int but) {
        List<Piece> pieces = new ArrayList<>();
        for (Atom atom : data.storage().atoms()) {
            Piece piece = piece(data, atom);
            if (piece.axis == but) {
                continue;
            }
            int last = pieces.size() - 1;
            Piece before = last < 0 ? piece : pieces.get(last);
            boolean continues = last >= 0
                    && before.axis == piece.axis
                    && before.stride == piece.stride * piece.size
                    && before.order.isEmpty()
                    && piece.order.isEmpty();
            if (continues) {
                pieces.set(last, new Piece(piece.axis, piece.stride, before.size * piece.size, List.of()));
            } else {
                pieces.add(piece);
            }
        }
        return pieces;
    }

    private static Piece piece(Data data, Atom atom) {
        for (int axis = 0; axis < data.rank(); axis++) {
            List<Atom> atoms = data.axis(axis);
            int index = atoms.indexOf(atom);
            if (index >= 0) {
                long stride = Atom.size(atoms.subList(index + 1, atoms.size()));
                List<Integer> order = new ArrayList<>();
                for (int i = 0; atom.isReordered() && i < atom.size(); i++) {
                    order.add(atom.stored(i));
                }
                return new Piece(axis, stride, atom.size(), order);
            }
        }
        // A part of the sample that the file's axes don't show.
        return new Piece(-1, 1, atom.size(), List.of());
    }

    /** Chooses the order of data whose order is open as that of others, or as the file's. */
    static void choose(Data open, Data other, int last) {
        if (!open.storage().isOpen()) {
            return;
        }
        List<Integer> axes = new ArrayList<>();
        if (!other.storage().isOpen()) {
            pieces(other, -2).forEach(piece -> axes.add(piece.axis));
        }
        for (int i = 0; i < open.rank(); i++) {
            if (i != last && !axes.contains(i)) {
                axes.add(i);
            }
        }
        if (last >= 0) {
            axes.remove((Integer) last);
            axes.add(last);
        }
        List<Atom> order = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        for (int axis : axes.stream().distinct().filter(axis -> axis >= 0).toList()) {
            List<Atom> atoms = new ArrayList<>(open.axis(axis));
            boolean isBatch = atoms.remove(Atom.BATCH);
            order.addAll(atoms);
            if (!isBatch || !atoms.isEmpty()) {
                sizes.add((int) Atom.size(atoms));
            }
        }
        open.storage().choose(order, sizes.isEmpty() ? Shape.of(1) : new Shape(sizes));
    }

    /** Chooses the file's order, if it's open. */
    static void choose(Data open) {
        choose(open, open, -1);
    }

    /** Whether data with equal axes have equal orders, one axis aside; −2 for none. */
    static boolean isEqual(Data first, Data second, int but) {
        return pieces(first, but).equals(pieces(second, but));
    }

    /** Whether the axes have equal sizes, one axis aside. */
    static boolean hasEqualAxes(Data first, Data second, int but) {
        if (first.rank() != second.rank()) {
            return false;
        }
        for (int i = 0; i < first.rank(); i++) {
            if (first.isBatch(i) != second.isBatch(i) || i != but && first.size(i) != second.size(i)) {
                return false;
            }
        }
        return true;
    }
}
