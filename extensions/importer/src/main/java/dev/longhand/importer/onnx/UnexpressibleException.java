package dev.longhand.importer.onnx;

import org.jspecify.annotations.Nullable;

/** A node can't be declared as a layer; the message is the reason, as the end of a sentence that begins with the node. */
final class UnexpressibleException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient @Nullable Node node;

    /** The node that is visited can't be. */
    UnexpressibleException(String reason) {
        this(reason, null);
    }

    /** Another node before it can't be. */
    UnexpressibleException(String reason, @Nullable Node node) {
        super(reason);
        this.node = node;
    }

    /** The node, or the one given if that is the one that is visited. */
    Node nodeOr(Node visited) {
        return node == null ? visited : node;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
