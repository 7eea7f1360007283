package dev.longhand.processor.check;

import dev.longhand.processor.read.NetworkDeclaration;
import java.util.List;

/** The rule that all parameters together fit one array. */
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
    }
}
