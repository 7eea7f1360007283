package dev.longhand.processor.check;

import dev.longhand.processor.read.AnnotationDeclaration;
import dev.longhand.processor.read.Attribute;

/** The rule that numbers can be represented as floats, which is what generated source computes with. */
final class FloatCheck {

    private FloatCheck() {}

    /**
     * Checks all numbers of an annotation.
     *
     * @param owner the name of the layer or network
     */
    static void check(AnnotationDeclaration annotation, String owner, Problems problems) {
        for (Attribute attribute : annotation.attributes()) {
            for (Attribute item : attribute.items()) {
                if (item.isNoFloat()) {
                    problems.add(
                            Message.NUMBER_NOT_FLOAT,
                            item.position(),
                            attribute.name(),
                            owner,
                            item.written().orElseThrow(),
                            Float.MIN_VALUE,
                            Float.MAX_VALUE);
                }
            }
        }
    }
}
