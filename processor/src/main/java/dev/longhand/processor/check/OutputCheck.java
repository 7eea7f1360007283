package dev.longhand.processor.check;

import dev.longhand.Activation;
import dev.longhand.Loss;
import dev.longhand.processor.check.LayerCheck.Reads;
import dev.longhand.processor.check.LayerCheck.Role;
import dev.longhand.processor.read.AnnotationDeclaration;
import dev.longhand.processor.read.Attribute;
import dev.longhand.processor.read.LayerDeclaration;
import dev.longhand.processor.read.NetworkDeclaration;
import dev.longhand.processor.read.SourcePosition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The rules of how a network ends: in one output or several, whose activation and loss belong together. */
final class OutputCheck {

    /** So that the methods that compute all losses, one after the other, stay within HotSpot's limit. */
    private static final int MOST_OUTPUTS = 64;

    private static final List<String> LOSS_ATTRIBUTES = List.of("loss", "labelSmoothing", "delta");

    private final NetworkDeclaration declaration;
    private final List<LayerDeclaration> layers;
    private final List<Optional<List<Integer>>> sources;
    private final LayerRules rules;
    private final Problems problems;

    private OutputCheck(
            NetworkDeclaration declaration,
            List<Optional<List<Integer>>> sources,
            LayerRules rules,
            Problems problems) {
        this.declaration = declaration;
        layers = declaration.layers();
        this.sources = sources;
        this.rules = rules;
        this.problems = problems;
    }

    /** The losses of the outputs; none if an error leaves one unknown. */
    static Optional<List<OutputLoss>> check(
            NetworkDeclaration declaration,
            List<Optional<List<Integer>>> sources,
            LayerRules rules,
            Problems problems) {
        OutputCheck check = new OutputCheck(declaration, sources, rules, problems);
        check.checkWhereLossesAreDeclared();
        List<DeclaredOutput> outputs = DeclaredOutput.of(declaration);
        List<Optional<OutputLoss>> losses =
                outputs.stream().map(check::checkSettings).toList();
        check.checkEnds(outputs);
        return losses.stream().allMatch(Optional::isPresent)
                ? Optional.of(losses.stream().map(Optional::orElseThrow).toList())
                : Optional.empty();
    }

    private void checkWhereLossesAreDeclared() {
        AnnotationDeclaration network = declaration.network();
        if (!DeclaredOutput.areDeclared(declaration)) {
            if (!network.attribute("loss").isGiven()) {
                problems.add(Message.LOSS_MISSING, network.position(), declaration.name());
            }
            return;
        }
        for (String name : LOSS_ATTRIBUTES) {
            if (network.attribute(name).isGiven()) {
                problems.add(Message.LOSS_AND_OUTPUT, network.attribute(name).position(), declaration.name(), name);
            }
        }
        int count = DeclaredOutput.of(declaration).size();
        if (count > MOST_OUTPUTS) {
            problems.add(Message.OUTPUTS_TOO_MANY, declaration.position(), declaration.name(), count, MOST_OUTPUTS);
        }
    }

    /** The loss of an output with its settings, unless an error leaves them unknown. */
    private Optional<OutputLoss> checkSettings(DeclaredOutput output) {
        AnnotationDeclaration annotation = output.annotation();
        Optional<Loss> loss = loss(output);
        loss.ifPresent(known -> LossCheck.checkSettings(annotation, known, problems));
        Optional<Float> weight = Optional.of(1f);
        if (output.isDeclared()) {
            FloatCheck.check(annotation, output.name(), problems);
            Attribute attribute = annotation.attribute("weight");
            weight = attribute.number();
            weight.filter(factor -> !(factor > 0 && Float.isFinite(factor)))
                    .ifPresent(
                            factor -> problems.add(Message.OUTPUT_WEIGHT, attribute.position(), output.name(), factor));
        }
        Optional<Float> labelSmoothing = annotation.attribute("labelSmoothing").number();
        Optional<Float> delta = annotation.attribute("delta").number();
        if (loss.isEmpty() || weight.isEmpty() || labelSmoothing.isEmpty() || delta.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new OutputLoss(output.index(), loss.get(), labelSmoothing.get(), delta.get(), weight.get()));
    }

    private static Optional<Loss> loss(DeclaredOutput output) {
        Attribute loss = output.annotation().attribute("loss");
        return loss.isGiven() ? loss.constant(Loss.class) : Optional.empty();
    }

    private void checkEnds(List<DeclaredOutput> outputs) {
        Map<Integer, DeclaredOutput> ends = new HashMap<>();
        List<Integer> right = new ArrayList<>();
        for (DeclaredOutput output : outputs) {
            Optional<Integer> end = computing(output);
            if (end.isEmpty()) {
                return;
            }
            DeclaredOutput other = ends.putIfAbsent(end.get(), output);
            if (end.get() < 0) {
                continue;
            } else if (other != null) {
                problems.add(Message.OUTPUTS_SAME, output.annotation().position(), other.name(), output.name());
            } else if (output.isDeclared() && isData(end.get())) {
                problems.add(Message.OUTPUT_OF_DATA, output.annotation().position(), output.name());
            } else {
                right.add(end.get());
            }
        }
        Set<Integer> unread = GraphCheck.unread(declaration, sources);
        for (int i = 0; i < layers.size(); i++) {
            if (!ends.containsKey(i) && !unread.contains(i)) {
                checkHidden(i);
            }
        }
        for (int end : right) {
            DeclaredOutput output = Objects.requireNonNull(ends.get(end));
            checkPair(output, layers.get(end));
            loss(output)
                    .filter(loss -> output.isDeclared() && LossCheck.isFused(loss))
                    .ifPresent(loss -> checkReaders(output, end, loss));
        }
    }

    /**
     * The layer that computes an output, seen through other shapes; that of the output if there are only these; −1 if a
     * random layer is in its place. Unknown if an error leaves it so.
     */
    private Optional<Integer> computing(DeclaredOutput output) {
        boolean disturbs = false;
        int layer = output.index();
        for (; layer >= 0; layer = sources.get(layer).orElseThrow().get(0)) {
            Optional<LayerCheck<?>> check = rules.of(layers.get(layer));
            if (check.isEmpty()) {
                return Optional.empty();
            }
            if (check.get().role() == Role.COMPUTES) {
                return Optional.of(layer);
            }
            if (sources.get(layer).isEmpty()) {
                return Optional.empty();
            }
            if (check.get().role() == Role.DISTURBS) {
                AnnotationDeclaration annotation =
                        layers.get(layer).annotations().get(0);
                problems.add(
                        Message.RANDOM_LAST,
                        annotation.position(),
                        output.word(),
                        layers.get(layer).name(),
                        annotation.name());
                disturbs = true;
            }
        }
        return Optional.of(disturbs ? -1 : output.index());
    }

    /** Whether a layer gives nothing but the data or a part of it. */
    private boolean isData(int layer) {
        LayerCheck<?> check = rules.of(layers.get(layer)).orElseThrow();
        return check.role() != Role.COMPUTES || check.reads() == Reads.NONE;
    }

    private void checkHidden(int index) {
        LayerDeclaration layer = layers.get(index);
        Optional<Activation> softmax = activation(layer, rules).filter(FunctionRule::isSoftmax);
        if (softmax.isEmpty()) {
            return;
        }
        SourcePosition position =
                activationAttribute(layer, rules).orElseThrow().position();
        if (DeclaredOutput.areDeclared(declaration)) {
            problems.add(Message.SOFTMAX_HIDDEN, position, softmax.get(), layer.name());
        } else {
            problems.add(
                    Message.SOFTMAX_NOT_LAST,
                    position,
                    softmax.get(),
                    layer.name(),
                    layers.get(index + 1).name());
        }
    }

    private void checkPair(DeclaredOutput output, LayerDeclaration end) {
        Optional<Loss> loss = loss(output);
        if (loss.isEmpty()) {
            return;
        }
        SourcePosition position = output.annotation().attribute("loss").position();
        if (rules.of(end).filter(LayerCheck::isRecurrent).isPresent()) {
            LossCheck.checkAfterRecurrent(loss.get(), output.word(), end, position, problems);
        } else {
            activation(end, rules)
                    .ifPresent(function ->
                            LossCheck.checkPair(loss.get(), function, output.word(), end.name(), position, problems));
        }
    }

    /**
     * Checks that no layer reads an output whose loss is differentiated together with its activation, so that there is no
     * gradient of the output that readers could add to.
     */
    private void checkReaders(DeclaredOutput output, int end, Loss loss) {
        Set<Integer> path = new HashSet<>();
        for (int layer = output.index();
                layer != end;
                layer = sources.get(layer).orElseThrow().get(0)) {
            path.add(layer);
        }
        for (int reader = 0; reader < layers.size(); reader++) {
            if (path.contains(reader)
                    || sources.get(reader).orElse(List.of()).stream().noneMatch(read -> numbersOf(read) == end)) {
                continue;
            }
            LayerDeclaration layer = layers.get(reader);
            SourcePosition position =
                    layer.from().map(AnnotationDeclaration::position).orElse(layer.position());
            problems.add(Message.OUTPUT_READ, position, layer.name(), output.name(), loss);
        }
    }

    /** The layer whose output a layer gives: what it's another shape of, or itself. */
    private int numbersOf(int layer) {
        int made = layer;
        while (made >= 0
                && rules.of(layers.get(made))
                        .filter(check -> check.role() == Role.RESHAPES && check.reads() == Reads.ONE)
                        .isPresent()
                && sources.get(made).isPresent()) {
            made = sources.get(made).get().get(0);
        }
        return made;
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
