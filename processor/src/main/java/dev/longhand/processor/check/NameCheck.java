package dev.longhand.processor.check;

import dev.longhand.processor.read.LayerDeclaration;
import dev.longhand.processor.read.NetworkDeclaration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** The rules of layers' names, which become names of methods and constants in the generated source. */
final class NameCheck {

    /** The methods without parameters that every object has. */
    private static final Set<String> OBJECT =
            Set.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    private NameCheck() {}

    static void check(NetworkDeclaration declaration, Problems problems) {
        Map<String, String> names = new HashMap<>();
        for (LayerDeclaration layer : declaration.layers()) {
            if (layer.method().getModifiers().contains(Modifier.ABSTRACT)) {
                check(layer, names, problems);
            }
        }
    }

    private static void check(LayerDeclaration layer, Map<String, String> names, Problems problems) {
        String name = layer.name();
        String form = form(name);
        if (OBJECT.contains(name) || ModelMethods.isAccessor(name)) {
            problems.add(Message.NAME_TAKEN, layer.place(), name);
        } else if (form.isEmpty() || name.contains("$")) {
            problems.add(Message.NAME_UNUSABLE, layer.place(), name);
        } else {
            String other = names.putIfAbsent(form, name);
            if (other != null && !other.equals(name)) {
                problems.add(Message.NAME_CLASH, layer.place(), other, name);
            }
        }
    }

    /** What is left of a name in the generated ones: {@code hiddenOne} and {@code hidden_one} coincide. */
    static String form(String name) {
        return name.replace("_", "").toUpperCase(Locale.ROOT);
    }
}
