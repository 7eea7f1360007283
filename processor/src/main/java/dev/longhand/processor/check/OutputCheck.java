package dev.longhand.processor.check;

import dev.longhand.Activation;
import dev.longhand.Loss;
import dev.longhand.processor.check.LayerCheck.Role;
import dev.longhand.processor.read.AnnotationDeclaration;
import dev.longhand.processor.read.Attribute;
import dev.longhand.processor.read.LayerDeclaration;
import dev.longhand.processor.read.NetworkDeclaration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules of how a network ends: in a layer whose activation and the loss belong together. */
final class OutputCheck {

    private OutputCheck() {}

    static void check(
            NetworkDeclaration declaration,
            List<Optional<List<Integer>>> sources,
            LayerRules rules,
            Optional<Loss> loss,
            Problems problems) {
        List<LayerDeclaration> layers = declaration.layers();
        int last = layers.size() - 1;
        boolean disturbs = false;
        for (; last >= 0; last = sources.get(last).orElseThrow().get(0)) {
            Optional<LayerCheck<?>> check = rules.of(layers.get(last));
            if (check.isEmpty()) {
                return;
            }
            if (check.get().role() == Role.COMPUTES) {
                break;
            }
            if (sources.get(last).isEmpty()) {
                return;
            }
            if (check.get().role() == Role.DISTURBS) {
                LayerDeclaration layer = layers.get(last);
                AnnotationDeclaration annotation = layer.annotations().get(0);
                problems.add(Message.RANDOM_LAST, annotation.position(), layer.name(), annotation.name());
                disturbs = true;
            }
        }
        Set<Integer> unread = GraphCheck.unread(sources);
        for (int i = 0; i < layers.size() - 1; i++) {
            if (i != last && !unread.contains(i)) {
                checkHidden(layers.get(i), layers.get(i + 1), rules, problems);
            }
        }
        if (last < 0 && !disturbs) {
            // Nothing but other shapes: the network computes the identity.
            last = layers.size() - 1;
        }
        if (last >= 0 && loss.isPresent()) {
            LayerDeclaration output = layers.get(last);
            if (rules.of(output).filter(LayerCheck::isRecurrent).isPresent()) {
                LossCheck.checkAfterRecurrent(
                        declaration.network(),
                        loss.get(),
                        output.name(),
                        output.annotations().get(0).name(),
                        problems);
                return;
            }
            activation(output, rules)
                    .ifPresent(function ->
                            LossCheck.checkPair(declaration.network(), loss.get(), function, output.name(), problems));
        }
    }

    private static void checkHidden(
            LayerDeclaration layer, LayerDeclaration next, LayerRules rules, Problems problems) {
        activation(layer, rules)
                .filter(FunctionRule::isSoftmax)
                .ifPresent(softmax -> problems.add(
                        Message.SOFTMAX_NOT_LAST,
                        activationAttribute(layer, rules).orElseThrow().position(),
                        softmax,
                        layer.name(),
                        next.name()));
    }

    /** The activation of a layer, IDENTITY if it has none; empty if it can't be read. */
    static Optional<Activation> activation(LayerDeclaration layer, LayerRules rules) {
        Optional<Attribute> attribute = activationAttribute(layer, rules);
        return attribute.isPresent() ? attribute.get().constant(Activation.class) : Optional.of(Activation.IDENTITY);
    }

    private static Optional<Attribute> activationAttribute(LayerDeclaration layer, LayerRules rules) {
        return rules.of(layer)
                .flatMap(LayerCheck::activationAttribute)
                .map(name -> layer.annotations().get(0).attribute(name));
    }
}
