package dev.longhand.importer.onnx;

import dev.longhand.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * How a layer reads data: the layer that has them in the shape that is needed, and in which order its last dimension is.
 *
 * @param layer what to read
 * @param others the atoms before the last dimension, in the storage's order
 * @param last the atoms of the last dimension in the file's order
 * @param storedLast the same in the storage's order
 */
record Reading(Draft layer, List<Atom> others, List<Atom> last, List<Atom> storedLast) {

    private static final String ORDER =
            "it needs its input %s in another order than it's stored in, and no layer transposes numbers";

    /**
     * Reads data whose dimensions are these axes, the last one being channels in any order.
     *
     * @param leading the atoms of all dimensions but the last
     */
    static Reading exact(Data data, List<List<Atom>> leading, List<Atom> channels, Drafts drafts)
            throws UnexpressibleException {
        List<Atom> order = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        for (List<Atom> dimension : leading) {
            order.addAll(Atom.leaves(dimension));
            sizes.add((int) Atom.size(dimension));
        }
        sizes.add((int) Atom.size(channels));
        Shape shape = new Shape(sizes);
        List<Atom> last = Atom.leaves(channels);
        List<Atom> all = new ArrayList<>(order);
        all.addAll(last);
        data.storage().choose(all, shape);
        List<Atom> stored = data.storage().atoms();
        int begin = order.size();
        boolean fits = stored.size() == all.size()
                && stored.subList(0, begin).equals(order)
                && order.stream().noneMatch(Atom::isReordered);
        return finish(data, stored, begin, last, fits, shape, drafts);
    }

    /**
     * Reads data whose last dimension consists of these atoms, whatever the others are.
     *
     * @param mostDimensions how many dimensions the layer can read
     */
    static Reading last(Data data, List<Atom> atoms, int mostDimensions, Drafts drafts) throws UnexpressibleException {
        List<Atom> last = Atom.leaves(atoms);
        List<Atom> others = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        for (int i = 0; i < data.rank(); i++) {
            List<Atom> axis = new ArrayList<>(data.axis(i));
            axis.remove(Atom.BATCH);
            axis.removeAll(last);
            others.addAll(axis);
            if (!axis.isEmpty()) {
                sizes.add((int) Atom.size(axis));
            }
        }
        List<Atom> all = new ArrayList<>(others);
        all.addAll(last);
        boolean isNatural = sizes.size() < mostDimensions;
        List<Integer> chosen =
                new ArrayList<>(isNatural ? sizes : sizes.isEmpty() ? List.of() : List.of((int) Atom.size(others)));
        chosen.add((int) Atom.size(last));
        data.storage().choose(all, new Shape(chosen));
        List<Atom> stored = data.storage().atoms();
        int begin = stored.size() - last.size();
        Shape now = data.layer().shape();
        boolean keepsShape =
                now.last() == Atom.size(last) && now.rank() <= mostDimensions && (now.rank() == 1) == others.isEmpty();
        Shape shape = keepsShape
                ? now
                : others.isEmpty()
                        ? Shape.of((int) Atom.size(last))
                        : Shape.of((int) Atom.size(others), (int) Atom.size(last));
        return finish(data, stored, begin, last, begin >= 0, shape, drafts);
    }

    private static Reading finish(
            Data data, List<Atom> stored, int begin, List<Atom> last, boolean fits, Shape shape, Drafts drafts)
            throws UnexpressibleException {
        if (!fits || !new HashSet<>(stored.subList(begin, stored.size())).equals(new HashSet<>(last))) {
            throw new UnexpressibleException(ORDER.formatted(data.sizes()));
        }
        List<Atom> storedLast = stored.subList(begin, stored.size());
        Draft layer = drafts.shaped(data.layer(), shape, data.views());
        return new Reading(layer, List.copyOf(stored.subList(0, begin)), last, List.copyOf(storedLast));
    }

    /** For each coordinate of the last dimension in the file, the one in the storage. */
    int[] order() {
        return Atom.order(last, storedLast);
    }

    /** An array of one number for each coordinate of the last dimension, in the storage's order. */
    float[] reordered(float[] values) {
        int[] order = order();
        float[] stored = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            stored[order[i]] = values[i];
        }
        return stored;
    }

    /** Whether the last dimension has the file's order. */
    boolean isInOrder() {
        return last.equals(storedLast) && last.stream().noneMatch(Atom::isReordered);
    }
}
