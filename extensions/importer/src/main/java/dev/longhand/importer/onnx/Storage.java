package dev.longhand.importer.onnx;

import dev.longhand.Shape;
import java.util.List;
import java.util.Optional;

/**
 * The order in which a layer stores a sample. That of an input is open until the first layer that needs one: then an image gets
 * its channels last. Layers that keep the order share the storage of what they read.
 */
final class Storage {

    private List<Atom> atoms;
    private boolean isOpen;
    private Optional<Shape> shape = Optional.empty();

    private Storage(List<Atom> atoms, boolean isOpen) {
        this.atoms = List.copyOf(atoms);
        this.isOpen = isOpen;
    }

    /** The order of these atoms. */
    static Storage of(List<Atom> atoms) {
        return new Storage(atoms, false);
    }

    /** An order that isn't chosen yet. */
    static Storage open(List<Atom> atoms) {
        return new Storage(atoms, true);
    }

    /** The undivided atoms in order. */
    List<Atom> atoms() {
        return Atom.leaves(atoms);
    }

    boolean isOpen() {
        return isOpen;
    }

    /** Chooses the order, if it's open, and the shape that an input has then. */
    void choose(List<Atom> order, Shape chosen) {
        if (isOpen) {
            atoms = List.copyOf(order);
            shape = Optional.of(chosen);
            isOpen = false;
        }
    }

    /** The shape that was chosen with the order. */
    Optional<Shape> shape() {
        return shape;
    }
}
