package dev.longhand.processor.check;

import dev.longhand.Shape;
import dev.longhand.processor.read.NetworkDeclaration;
import java.util.List;

/** The rules that all parameters together, and all outputs of a sample, fit one array. */
final class SizeCheck {

    private SizeCheck() {}

    static void check(NetworkDeclaration declaration, List<LayerResult<?>> layers, Problems problems) {
        long all = layers.stream().mapToLong(LayerResult::parameters).sum();
        if (all > ArrayLimit.LENGTH) {
            problems.add(
                    Message.NETWORK_TOO_LARGE,
                    declaration.network().position(),
                    declaration.name(),
                    all,
                    ArrayLimit.LENGTH);
        }
        long outputs = DeclaredOutput.of(declaration).stream()
                .flatMap(output -> layers.get(output.index()).output().stream())
                .mapToLong(Shape::size)
                .sum();
        if (outputs > ArrayLimit.LENGTH) {
            problems.add(
                    Message.OUTPUTS_TOO_LARGE,
                    declaration.network().position(),
                    declaration.name(),
                    outputs,
                    ArrayLimit.LENGTH);
        }
    }
}
