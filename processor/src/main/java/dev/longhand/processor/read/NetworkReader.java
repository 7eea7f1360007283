package dev.longhand.processor.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads declarations from the compiler's elements. */
public final class NetworkReader {

    /** The qualified name of {@code @Network}. */
    public static final String NETWORK = "dev.longhand.Network";

    /** The qualified name of {@code @From}. */
    public static final String FROM = "dev.longhand.From";

    /** The qualified name of {@code @Output}. */
    public static final String OUTPUT = "dev.longhand.Output";

    /** The qualified name of {@code @Penalty}. */
    public static final String PENALTY = "dev.longhand.Penalty";

    /** The qualified name of {@code @Frozen}. */
    public static final String FROZEN = "dev.longhand.Frozen";

    /** The qualified name of {@code @Pretrained}. */
    public static final String PRETRAINED = "dev.longhand.Pretrained";

    /** The end of the name of the method on which Kotlin keeps the annotations of a property. */
    public static final String PROPERTY = "$annotations";

    private final Set<String> layers;

    /**
     * A reader.
     *
     * @param layers the qualified names of the annotations that declare layers
     */
    public NetworkReader(Set<String> layers) {
        this.layers = Set.copyOf(layers);
    }

    /** The declaration that {@code type}, which carries {@code @Network}, is. */
    public NetworkDeclaration read(TypeElement type) {
        List<LayerDeclaration> layers = ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(method -> !method.getSimpleName().toString().endsWith(PROPERTY))
                .map(this::readLayer)
                .filter(layer -> layer.method().getModifiers().contains(Modifier.ABSTRACT)
                        || !layer.annotations().isEmpty())
                .toList();
        AnnotationDeclaration network = readNetwork(type);
        Optional<AnnotationDeclaration> pretrained = readPretrained(type);
        boolean isResolved = layers.stream().allMatch(LayerDeclaration::isResolved)
                && network.isResolved()
                && pretrained.stream().allMatch(AnnotationDeclaration::isResolved)
                && annotationsAreResolved(type)
                && supertypesAreResolved(type);
        return new NetworkDeclaration(type, network, pretrained, layers, isResolved);
    }

    /** The layer annotations on {@code element}. */
    public List<AnnotationDeclaration> readLayerAnnotations(Element element) {
        return element.getAnnotationMirrors().stream()
                .filter(this::isLayerAnnotation)
                .map(mirror -> readAnnotation(element, mirror))
                .toList();
    }

    /** Whether {@code element} carries {@code @Network}. */
    public static boolean isNetwork(Element element) {
        return mirrors(element, NETWORK).findAny().isPresent();
    }

    /** The {@code @Pretrained} on {@code element}, if it has one. */
    public static Optional<AnnotationDeclaration> readPretrained(Element element) {
        return read(element, PRETRAINED);
    }

    private static AnnotationDeclaration readNetwork(TypeElement type) {
        return read(type, NETWORK)
                .orElseThrow(() -> new IllegalArgumentException("no @Network on " + type.getQualifiedName()));
    }

    private static Optional<AnnotationDeclaration> read(Element element, String annotation) {
        return mirrors(element, annotation).findFirst().map(mirror -> readAnnotation(element, mirror));
    }

    private static Stream<? extends AnnotationMirror> mirrors(Element element, String annotation) {
        return element.getAnnotationMirrors().stream()
                .filter(mirror -> annotationType(mirror).getQualifiedName().contentEquals(annotation));
    }

    private LayerDeclaration readLayer(ExecutableElement method) {
        List<AnnotationDeclaration> annotations = readLayerAnnotations(method);
        Optional<AnnotationDeclaration> from = read(method, FROM);
        Optional<AnnotationDeclaration> output = read(method, OUTPUT);
        Optional<AnnotationDeclaration> penalty = read(method, PENALTY);
        Optional<AnnotationDeclaration> frozen = read(method, FROZEN);
        boolean isResolved = annotationsAreResolved(method)
                && method.getReturnType().getKind() != TypeKind.ERROR
                && Stream.of(annotations.stream(), from.stream(), output.stream(), penalty.stream())
                        .flatMap(all -> all)
                        .allMatch(AnnotationDeclaration::isResolved);
        return new LayerDeclaration(method, annotations, from, output, penalty, frozen, isResolved);
    }

    private boolean isLayerAnnotation(AnnotationMirror mirror) {
        return layers.contains(annotationType(mirror).getQualifiedName().toString());
    }

    private static AnnotationDeclaration readAnnotation(Element element, AnnotationMirror mirror) {
        SourcePosition position = SourcePosition.of(element, mirror);
        Map<? extends ExecutableElement, ? extends AnnotationValue> given = mirror.getElementValues();
        List<Attribute> attributes = new ArrayList<>();
        boolean isResolved = true;
        for (ExecutableElement method :
                ElementFilter.methodsIn(annotationType(mirror).getEnclosedElements())) {
            String name = method.getSimpleName().toString();
            Optional<AnnotationValue> written = given.entrySet().stream()
                    .filter(entry -> entry.getKey().getSimpleName().contentEquals(name))
                    .<AnnotationValue>map(Map.Entry::getValue)
                    .findFirst();
            if (written.isPresent()) {
                attributes.add(new Attribute(name, written, true, position.at(written.get())));
            } else {
                attributes.add(new Attribute(name, Optional.ofNullable(method.getDefaultValue()), false, position));
            }
            isResolved &= attributes.get(attributes.size() - 1).isResolved(method.getReturnType());
        }
        return new AnnotationDeclaration(
                annotationType(mirror).getSimpleName().toString(), attributes, position, isResolved);
    }

    private static TypeElement annotationType(AnnotationMirror mirror) {
        return (TypeElement) mirror.getAnnotationType().asElement();
    }

    /** Whether the compiler knows the types of all annotations on {@code element}. */
    public static boolean annotationsAreResolved(Element element) {
        return element.getAnnotationMirrors().stream()
                .allMatch(mirror -> mirror.getAnnotationType().getKind() != TypeKind.ERROR);
    }

    private static boolean supertypesAreResolved(TypeElement type) {
        return supertypesAreResolved(type, new HashSet<>());
    }

    private static boolean supertypesAreResolved(TypeElement type, Set<TypeElement> seen) {
        return Stream.concat(Stream.of(type.getSuperclass()), type.getInterfaces().stream())
                .allMatch(supertype -> isResolved(supertype, seen));
    }

    private static boolean isResolved(TypeMirror type, Set<TypeElement> seen) {
        if (type.getKind() == TypeKind.ERROR) {
            return false;
        }
        return !(type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element)
                || !seen.add(element)
                || supertypesAreResolved(element, seen);
    }
}
