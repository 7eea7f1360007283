package dev.longhand.processor.check;

import dev.longhand.processor.read.AnnotationDeclaration;
import dev.longhand.processor.read.LayerDeclaration;
import dev.longhand.processor.read.NetworkDeclaration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A layer that is an output, and the annotation that declares its loss.
 *
 * @param index the index of the layer
 * @param layer the layer
 * @param annotation its {@code @Output}, or {@code @Network} if no layer has one
 */
record DeclaredOutput(int index, LayerDeclaration layer, AnnotationDeclaration annotation) {

    /** The outputs of a network in order: the layers with {@code @Output} or, if there are none, the last layer. */
    static List<DeclaredOutput> of(NetworkDeclaration declaration) {
        List<LayerDeclaration> layers = declaration.layers();
        if (areDeclared(declaration)) {
            return IntStream.range(0, layers.size())
                    .boxed()
                    .flatMap(index -> layers.get(index).output().stream()
                            .map(output -> new DeclaredOutput(index, layers.get(index), output)))
                    .toList();
        }
        return Stream.of(layers.size() - 1)
                .filter(last -> last >= 0)
                .map(last -> new DeclaredOutput(last, layers.get(last), declaration.network()))
                .toList();
    }

    /** Whether any layer has {@code @Output}. */
    static boolean areDeclared(NetworkDeclaration declaration) {
        return declaration.layers().stream().anyMatch(layer -> layer.output().isPresent());
    }

    /** Whether it has {@code @Output}. */
    boolean isDeclared() {
        return layer.output().isPresent();
    }

    /** What messages call it. */
    String word() {
        return isDeclared() ? "output" : "last layer";
    }

    /** Its name. */
    String name() {
        return layer.name();
    }
}
