package dev.longhand.processor.check;

import dev.longhand.processor.read.NetworkDeclaration;
import dev.longhand.processor.read.SourcePosition;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** The rules of the type that carries {@code @Network}: whether a class can implement it. */
final class TypeCheck {

    /** Types of java.lang that models name: one of the declaration's package would hide it. */
    private static final List<String> OF_THE_LANGUAGE = List.of("Double", "Math", "Override", "String", "System");

    /** The packages of the API and of the runtime. */
    private static final Pattern OWN_PACKAGE = Pattern.compile(
            "dev\\.longhand(\\.(data|initializer|io|json|kernel|layer|loss|metric|model|optimizer|random|safetensors|table|training)"
                    + "(\\..*)?)?");

    private final Elements elements;

    TypeCheck(Elements elements) {
        this.elements = elements;
    }

    /** Checks that the type is an interface or an abstract class; if not, its methods aren't checked. */
    boolean checkKind(NetworkDeclaration declaration, Problems problems) {
        TypeElement type = declaration.type();
        String kind = switch (type.getKind()) {
            case ENUM -> "enum";
            case RECORD -> "record";
            case ANNOTATION_TYPE -> "annotation type";
            default -> "";
        };
        if (!kind.isEmpty()) {
            problems.add(Message.DECLARATION_KIND, declaration.network().position(), kind, declaration.name());
            return false;
        }
        if (!type.getModifiers().contains(Modifier.ABSTRACT)) {
            problems.add(Message.DECLARATION_NOT_ABSTRACT, declaration.position(), declaration.name());
            return false;
        }
        return true;
    }

    /** Checks everything else about the type. */
    void check(NetworkDeclaration declaration, Problems problems) {
        checkNesting(declaration, problems);
        checkModifiers(declaration, problems);
        if (declaration.type().getKind() == ElementKind.CLASS) {
            checkConstructors(declaration, problems);
        }
        checkMembers(declaration, problems);
        checkNames(declaration, problems);
        if (elements.getTypeElement(ModelMethods.MODEL) == null) {
            problems.add(Message.RUNTIME_MISSING, declaration.network().position(), declaration.name());
        } else if (!isVisible(elements, ModelMethods.MODEL, declaration.type())) {
            problems.add(
                    Message.RUNTIME_NOT_READ,
                    declaration.network().position(),
                    declaration.name(),
                    elements.getModuleOf(declaration.type()));
        }
    }

    /** Whether the module of {@code from} sees a type. */
    static boolean isVisible(Elements elements, String type, TypeElement from) {
        ModuleElement module = elements.getModuleOf(from);
        return (module == null ? elements.getTypeElement(type) : elements.getTypeElement(module, type)) != null;
    }

    /** The type and the types it's nested in, from the inside out. */
    static Stream<TypeElement> enclosing(TypeElement type) {
        return Stream.<Element>iterate(type, TypeElement.class::isInstance, Element::getEnclosingElement)
                .map(TypeElement.class::cast);
    }

    /** The type that declares {@code method}. */
    static TypeElement owner(ExecutableElement method) {
        return (TypeElement) Objects.requireNonNull(method.getEnclosingElement());
    }

    /**
     * The simple names that mean types of the user's in a class that implements {@code type}: those of its
     * member types, inherited ones among them, and those that its package takes from java.lang.
     */
    List<String> takenNames(TypeElement type) {
        String packageName = elements.getPackageOf(type).getQualifiedName().toString();
        String prefix = packageName.isEmpty() ? "" : packageName + ".";
        Stream<String> members = ElementFilter.typesIn(elements.getAllMembers(type)).stream()
                .map(member -> member.getSimpleName().toString());
        Stream<String> neighbours =
                OF_THE_LANGUAGE.stream().filter(name -> elements.getTypeElement(prefix + name) != null);
        return Stream.concat(members, neighbours).distinct().sorted().toList();
    }

    /** Whether the type or a supertype other than Object implements {@code toString()}. */
    boolean hasToString(TypeElement type) {
        return ElementFilter.methodsIn(elements.getAllMembers(type)).stream()
                .filter(method -> method.getSimpleName().contentEquals("toString"))
                .filter(method -> method.getParameters().isEmpty())
                .filter(method -> !method.getModifiers().contains(Modifier.ABSTRACT))
                .anyMatch(method -> !isFrom(method, "java.lang.Object"));
    }

    /** The simple name of a declared type or a type variable. */
    static String simpleName(TypeMirror type) {
        if (type instanceof DeclaredType declared) {
            return declared.asElement().getSimpleName().toString();
        }
        return type instanceof TypeVariable variable
                ? variable.asElement().getSimpleName().toString()
                : type.toString();
    }

    private static void checkNesting(NetworkDeclaration declaration, Problems problems) {
        TypeElement type = declaration.type();
        if (type.getModifiers().contains(Modifier.PRIVATE)) {
            problems.add(Message.DECLARATION_PRIVATE, declaration.position(), declaration.name());
        }
        enclosing(type)
                .skip(1)
                .filter(outer -> outer.getModifiers().contains(Modifier.PRIVATE))
                .findFirst()
                .ifPresent(outer -> problems.add(
                        Message.DECLARATION_IN_PRIVATE,
                        declaration.position(),
                        declaration.name(),
                        outer.getSimpleName()));
        if (type.getKind() == ElementKind.CLASS
                && !type.getModifiers().contains(Modifier.STATIC)
                && type.getEnclosingElement() instanceof TypeElement outer
                && !outer.getKind().isInterface()) {
            problems.add(Message.DECLARATION_INNER, declaration.position(), declaration.name(), outer.getSimpleName());
        }
    }

    private static void checkModifiers(NetworkDeclaration declaration, Problems problems) {
        List<? extends TypeParameterElement> parameters = declaration.type().getTypeParameters();
        if (!parameters.isEmpty()) {
            problems.add(
                    Message.DECLARATION_GENERIC,
                    declaration.position(),
                    declaration.name(),
                    parameters.get(0).getSimpleName());
        }
        if (declaration.type().getModifiers().contains(Modifier.SEALED)) {
            problems.add(Message.DECLARATION_SEALED, declaration.position(), declaration.name());
        }
    }

    private void checkConstructors(NetworkDeclaration declaration, Problems problems) {
        Optional<ExecutableElement> constructor =
                ElementFilter.constructorsIn(declaration.type().getEnclosedElements()).stream()
                        .filter(candidate -> candidate.getParameters().isEmpty())
                        .filter(candidate -> !candidate.getModifiers().contains(Modifier.PRIVATE))
                        .findFirst();
        if (constructor.isEmpty()) {
            problems.add(Message.CONSTRUCTOR_MISSING, declaration.position(), declaration.name());
            return;
        }
        constructor.get().getThrownTypes().stream()
                .filter(this::isChecked)
                .findFirst()
                .ifPresent(thrown -> problems.add(
                        Message.CONSTRUCTOR_THROWS,
                        SourcePosition.of(constructor.get()),
                        declaration.name(),
                        simpleName(thrown)));
    }

    private boolean isChecked(TypeMirror thrown) {
        for (TypeMirror type = thrown;
                type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element;
                type = element.getSuperclass()) {
            if (element.getQualifiedName().contentEquals("java.lang.RuntimeException")
                    || element.getQualifiedName().contentEquals("java.lang.Error")) {
                return false;
            }
            if (element.getQualifiedName().contentEquals("java.lang.Throwable")) {
                return true;
            }
        }
        return false;
    }

    private void checkMembers(NetworkDeclaration declaration, Problems problems) {
        TypeElement type = declaration.type();
        List<ExecutableElement> members = ElementFilter.methodsIn(elements.getAllMembers(type)).stream()
                .filter(method -> !isFrom(method, "java.lang.Object") && !isFrom(method, ModelMethods.MODEL))
                .sorted(Comparator.comparing(method -> method.getSimpleName().toString()))
                .toList();
        Map<String, ExecutableElement> inherited = new TreeMap<>();
        for (ExecutableElement method : members) {
            boolean isInherited = !owner(method).equals(type);
            if (!method.getModifiers().contains(Modifier.ABSTRACT)) {
                checkClash(declaration, method, isInherited, problems);
            } else if (isInherited && !isImplemented(method, members, type)) {
                inherited.putIfAbsent(owner(method).getSimpleName().toString(), method);
            }
        }
        inherited.forEach((owner, method) -> problems.add(
                Message.INHERITED_ABSTRACT, declaration.position(), declaration.name(), method.getSimpleName(), owner));
        if (declaration.layers().isEmpty() && declaration.isResolved() && inherited.isEmpty()) {
            problems.add(Message.NO_LAYERS, declaration.network().position(), declaration.name());
        }
    }

    private static void checkClash(
            NetworkDeclaration declaration, ExecutableElement method, boolean isInherited, Problems problems) {
        boolean isOfEveryModel = ModelMethods.clashWith(method, declaration);
        if (isOfEveryModel || SourceMethods.clashWith(method, declaration)) {
            problems.add(
                    isOfEveryModel ? Message.MEMBER_CLASH : Message.SOURCE_CLASH,
                    isInherited ? declaration.position() : SourcePosition.of(method),
                    method.getSimpleName(),
                    owner(method).getSimpleName());
        }
    }

    private static boolean isFrom(ExecutableElement method, String owner) {
        return owner(method).getQualifiedName().contentEquals(owner);
    }

    private void checkNames(NetworkDeclaration declaration, Problems problems) {
        TypeElement type = declaration.type();
        String packageName = elements.getPackageOf(type).getQualifiedName().toString();
        if (OWN_PACKAGE.matcher(packageName).matches()) {
            problems.add(Message.DECLARATION_PACKAGE, declaration.position(), declaration.name(), packageName);
        }
        String model = ModelNames.modelName(type);
        ElementFilter.typesIn(elements.getAllMembers(type)).stream()
                .filter(member -> member.getSimpleName().contentEquals(model))
                .forEach(member -> problems.add(
                        Message.MEMBER_TYPE_CLASH,
                        type.equals(member.getEnclosingElement()) ? SourcePosition.of(member) : declaration.position(),
                        model,
                        declaration.name()));
    }

    private boolean isImplemented(ExecutableElement method, List<ExecutableElement> members, TypeElement type) {
        return isOfObject(method)
                || members.stream().anyMatch(other -> !other.equals(method) && elements.overrides(other, method, type));
    }

    /** Whether every class has the method from Object, as an interface may repeat it. */
    private static boolean isOfObject(ExecutableElement method) {
        return switch (method.getSimpleName().toString()) {
            case "hashCode", "toString" -> method.getParameters().isEmpty();
            case "equals" ->
                method.getParameters().size() == 1
                        && simpleName(method.getParameters().get(0).asType()).equals("Object");
            default -> false;
        };
    }
}
