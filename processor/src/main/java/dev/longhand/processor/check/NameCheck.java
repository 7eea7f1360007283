package dev.longhand.processor.check;

import dev.longhand.processor.read.LayerDeclaration;
import dev.longhand.processor.read.NetworkDeclaration;
import dev.longhand.text.Printable;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** The rules of layers' names, which become names of methods and constants in the generated source. */
final class NameCheck {

    /** The methods without parameters that every object has. */
    private static final Set<String> OBJECT =
            Set.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    /** The constant that holds what {@code info()} returns. */
    private static final String DESCRIPTION = "INFO";

    private static final int LONGEST_NAME = 200;
    private static final int LETTERS_IN_MESSAGE = 20;

    private NameCheck() {}

    static void check(NetworkDeclaration declaration, Problems problems) {
        Map<String, String> forms = new TreeMap<>();
        for (LayerDeclaration layer : declaration.layers()) {
            if (layer.method().getModifiers().contains(Modifier.ABSTRACT)
                    && checkUsable(layer, declaration, problems)) {
                checkForm(layer, forms, problems);
            }
        }
        Map<String, String> constants = new HashMap<>();
        forms.values().forEach(name -> constants.put(ConstantNames.of(name), name));
        for (LayerDeclaration layer : declaration.layers()) {
            if (layer.name().equals(constants.get(ConstantNames.of(layer.name())))) {
                checkConstant(layer, constants, problems);
            }
        }
    }

    private static boolean checkUsable(LayerDeclaration layer, NetworkDeclaration declaration, Problems problems) {
        String name = layer.name();
        if (name.length() > LONGEST_NAME) {
            problems.add(
                    Message.NAME_TOO_LONG,
                    layer.position(),
                    name.substring(0, LETTERS_IN_MESSAGE),
                    name.length(),
                    LONGEST_NAME);
            return false;
        }
        if (OBJECT.contains(name)
                || ModelMethods.isAccessor(name, declaration)
                || ConstantNames.of(name).equals(DESCRIPTION)) {
            problems.add(Message.NAME_TAKEN, layer.position(), name);
            return false;
        }
        if (form(name).isEmpty() || name.contains("$") || !Printable.isPrintable(name)) {
            problems.add(Message.NAME_UNUSABLE, layer.position(), name);
            return false;
        }
        return true;
    }

    private static void checkForm(LayerDeclaration layer, Map<String, String> forms, Problems problems) {
        String other = forms.putIfAbsent(form(layer.name()), layer.name());
        if (other != null && !other.equals(layer.name())) {
            problems.add(Message.NAME_CLASH, layer.position(), other, layer.name());
        }
    }

    private static void checkConstant(LayerDeclaration layer, Map<String, String> constants, Problems problems) {
        String constant = ConstantNames.of(layer.name());
        ConstantNames.owners(constant).stream()
                .flatMap(owner -> Stream.ofNullable(constants.get(owner)))
                .forEach(owner ->
                        problems.add(Message.NAME_OF_CONSTANT, layer.position(), layer.name(), constant, owner));
    }

    /** What is left of a name when all generated ones are made: {@code hiddenOne} and {@code hidden_one} coincide. */
    static String form(String name) {
        return name.replace("_", "").toUpperCase(Locale.ROOT);
    }
}
