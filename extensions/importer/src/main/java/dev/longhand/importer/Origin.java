package dev.longhand.importer;

import dev.longhand.text.Printable;

/**
 * What a layer is in the file that it's from.
 *
 * @param operator the operator or the class of the layer: {@code Conv}, {@code Dense}
 * @param node its name there, or that of its output if it has none
 */
public record Origin(String operator, String node) {

    /** The operator, then the name in quotes. */
    @Override
    public String toString() {
        return Printable.of(operator + " \"" + node + "\"");
    }
}
