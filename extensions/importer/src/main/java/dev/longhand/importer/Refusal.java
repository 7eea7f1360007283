package dev.longhand.importer;

import dev.longhand.text.Printable;

/**
 * A node of a file that can't be declared as a layer.
 *
 * @param origin the node
 * @param reason why, as the end of a sentence that begins with the node
 */
public record Refusal(Origin origin, String reason) {

    /** A refusal of a node. */
    public static Refusal of(String operator, String node, String reason) {
        return new Refusal(new Origin(operator, node), reason);
    }

    /** The node's operator and name, and the reason: {@code LRN "norm1": Longhand has no such layer}. */
    @Override
    public String toString() {
        return origin + ": " + Printable.of(reason);
    }
}
