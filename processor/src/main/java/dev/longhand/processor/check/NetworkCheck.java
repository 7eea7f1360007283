package dev.longhand.processor.check;

import dev.longhand.From;
import dev.longhand.Shape;
import dev.longhand.Style;
import dev.longhand.processor.check.LayerContext.Incoming;
import dev.longhand.processor.read.AnnotationDeclaration;
import dev.longhand.processor.read.LayerDeclaration;
import dev.longhand.processor.read.NetworkDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * Checks a declaration from the outside in: the type, its methods and their names, then from the input through the
 * layers to the loss, inferring each shape. What an error leaves unknown stays unknown for later layers, so that no
 * consequences of an error are reported.
 */
public final class NetworkCheck {

    private static final String GENERATED = "javax.annotation.processing.Generated";

    private final TypeCheck types;
    private final ModelNames names;
    private final LayerRules rules;
    private final Elements elements;
    private final Optional<Style> style;

    /**
     * A check for all networks of one compilation.
     *
     * @param elements the compiler's
     * @param names the models' names of the compilation
     * @param rules the rules of every kind of layer
     * @param style the style that overrides the declared one, if any
     */
    public NetworkCheck(Elements elements, ModelNames names, LayerRules rules, Optional<Style> style) {
        this.rules = rules;
        this.names = names;
        this.types = new TypeCheck(elements);
        this.elements = elements;
        this.style = style;
    }

    /** Checks one declaration. */
    public CheckedNetwork check(NetworkDeclaration declaration) {
        Problems problems = new Problems();
        if (!types.checkKind(declaration, problems)) {
            return new CheckedNetwork(Optional.empty(), Optional.empty(), Optional.empty(), problems.found());
        }
        types.check(declaration, problems);
        names.check(declaration, problems);
        boolean canBeImplemented = declaration.isResolved() && isRight(problems);
        MethodCheck.check(declaration, problems);
        NameCheck.check(declaration, problems);
        PretrainedRule.checkName(declaration, problems);

        Optional<Shape> input = InputCheck.check(declaration, rules, problems);
        List<Optional<List<Integer>>> sources = GraphCheck.check(declaration, rules, problems);
        List<LayerResult<?>> layers = checkLayers(declaration, sources, input, problems);
        PenaltyCheck penaltyCheck = new PenaltyCheck(rules, problems);
        FrozenCheck frozenCheck = new FrozenCheck(rules, problems);
        List<LayerTraining> training = declaration.layers().stream()
                .map(layer -> penaltyCheck.check(layer).frozen(frozenCheck.check(layer)))
                .toList();
        SizeCheck.check(declaration, layers, problems);
        FloatCheck.check(declaration.network(), declaration.name(), problems);
        Optional<List<OutputLoss>> losses = OutputCheck.check(declaration, sources, rules, problems);
        Set<Integer> masked = MaskCheck.check(declaration, sources, layers, input, rules, problems);
        Optional<StandaloneClass> standalone = StandaloneCheck.check(declaration, names, masked, problems);

        Optional<ResolvedNetwork> network = declaration.isResolved() && isRight(problems)
                ? resolve(declaration, input, sources, layers, losses, masked)
                        .map(resolved -> resolved.trained(training))
                : Optional.empty();
        boolean needsStub = canBeImplemented
                && !isRight(problems)
                && problems.found().stream().noneMatch(problem -> problem.message() == Message.NAME_TAKEN);
        return new CheckedNetwork(
                network, standalone, needsStub ? Optional.of(model(declaration)) : Optional.empty(), problems.found());
    }

    private static boolean isRight(Problems problems) {
        return problems.found().stream().allMatch(problem -> problem.message().isWarning());
    }

    private List<LayerResult<?>> checkLayers(
            NetworkDeclaration declaration,
            List<Optional<List<Integer>>> sources,
            Optional<Shape> input,
            Problems problems) {
        List<LayerResult<?>> results = new ArrayList<>();
        for (int i = 0; i < declaration.layers().size(); i++) {
            LayerDeclaration layer = declaration.layers().get(i);
            List<Incoming> incoming = sources.get(i).orElse(List.of()).stream()
                    .map(source -> source == GraphCheck.DATA
                            ? new Incoming(From.INPUT, input, true)
                            : new Incoming(
                                    declaration.layers().get(source).name(),
                                    results.get(source).output(),
                                    isData(declaration, sources, source)))
                    .toList();
            results.add(check(layer, incoming, problems));
        }
        return results;
    }

    private LayerResult<?> check(LayerDeclaration layer, List<Incoming> incoming, Problems problems) {
        Optional<LayerCheck<?>> check = rules.of(layer);
        if (check.isEmpty()) {
            return LayerResult.of(Optional.empty(), Optional.empty());
        }
        AnnotationDeclaration annotation = layer.annotations().get(0);
        FloatCheck.check(annotation, layer.name(), problems);
        return check.get().check(new LayerContext(layer.name(), annotation, incoming, problems));
    }

    /** Whether a layer's output is the data, or a part of it, in any shape. */
    private boolean isData(NetworkDeclaration declaration, List<Optional<List<Integer>>> sources, int layer) {
        Optional<LayerCheck<?>> check = layer == GraphCheck.DATA
                ? Optional.empty()
                : rules.of(declaration.layers().get(layer));
        boolean passesOn = check.filter(
                        known -> known.role() == LayerCheck.Role.RESHAPES || known.reads() == LayerCheck.Reads.NONE)
                .isPresent();
        return layer == GraphCheck.DATA
                || passesOn
                        && sources.get(layer).orElse(List.of()).stream()
                                .allMatch(source -> isData(declaration, sources, source));
    }

    private Optional<ResolvedNetwork> resolve(
            NetworkDeclaration declaration,
            Optional<Shape> input,
            List<Optional<List<Integer>>> sources,
            List<LayerResult<?>> layers,
            Optional<List<OutputLoss>> losses,
            Set<Integer> masked) {
        List<ResolvedLayer> resolved = new ArrayList<>();
        layers.forEach(result -> result.layer().ifPresent(resolved::add));
        Optional<Style> declared = declaration.network().attribute("style").constant(Style.class);
        if (resolved.size() < layers.size() || input.isEmpty() || losses.isEmpty() || declared.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ResolvedNetwork(
                model(declaration),
                input.get(),
                resolved,
                sources.stream().map(Optional::orElseThrow).toList(),
                new LossSettings(losses.get()),
                style.orElse(declared.get()),
                masked));
    }

    /** The names of the warnings about what is deprecated in a declaration. */
    private static List<String> suppressed(TypeElement type) {
        return Stream.concat(TypeCheck.enclosing(type), type.getEnclosedElements().stream())
                .map(element -> element.getAnnotation(Deprecated.class))
                .filter(Objects::nonNull)
                .map(deprecated -> deprecated.forRemoval() ? "removal" : "deprecation")
                .distinct()
                .sorted()
                .toList();
    }

    private ModelClass model(NetworkDeclaration declaration) {
        TypeElement type = declaration.type();
        return new ModelClass(
                elements.getPackageOf(type).getQualifiedName().toString(),
                ModelNames.nameInPackage(type),
                ModelNames.modelName(type),
                type.getKind().isInterface(),
                TypeCheck.enclosing(type).allMatch(outer -> outer.getModifiers().contains(Modifier.PUBLIC)),
                new ModelClass.Traits(
                        TypeCheck.isVisible(elements, GENERATED, type), suppressed(type), types.hasToString(type)),
                types.takenNames(type));
    }
}
