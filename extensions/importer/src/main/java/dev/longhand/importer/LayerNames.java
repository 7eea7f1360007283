package dev.longhand.importer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * The names of methods for layers, made of a file's names, which may be paths of any characters: {@code
 * encoder/layer_1/Dense} becomes {@code layer1Dense} if all begin with {@code encoder}. Each is a Java identifier of ASCII
 * letters and digits that the compiler of networks accepts, and unlike the others in more than case and underscores.
 */
final class LayerNames {

    private static final Pattern SEPARATOR = Pattern.compile("[/.:|>]+");
    private static final Pattern NO_LETTER_OR_DIGIT = Pattern.compile("[^A-Za-z0-9]+");
    private static final Pattern WORD = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    /** Constants in generated source that could be another layer's. */
    private static final Pattern CONSTANT = Pattern.compile("(LAYER|BUFFER|P|S)_.*|.*_(W|U|FOLDED)|INFO");

    /** Methods of every object and every model, and the name of the network's input. */
    private static final Set<String> TAKEN = Set.of(
            "clone",
            "finalize",
            "getClass",
            "hashCode",
            "info",
            "input",
            "notify",
            "notifyAll",
            "parameters",
            "predictor",
            "pretrained",
            "summary",
            "toString",
            "wait");

    private static final int LONGEST = 60;

    private final Map<String, String> names = new HashMap<>();
    private final Set<String> forms = new HashSet<>();

    private LayerNames() {}

    /** The new name of each layer by its name in the file. */
    static Map<String, String> of(List<ImportedLayer> layers) {
        LayerNames found = new LayerNames();
        List<List<String>> paths =
                layers.stream().map(layer -> path(layer.name())).toList();
        int common = commonStart(paths);
        for (int i = 0; i < layers.size(); i++) {
            List<String> path = paths.get(i);
            ImportedLayer layer = layers.get(i);
            found.names.put(layer.name(), found.unique(identifier(path.subList(common, path.size()), layer)));
        }
        return found.names;
    }

    /** The words of a path; a part that repeats the one before with an addition, {@code block/block.0}, counts once. */
    private static List<String> path(String name) {
        List<String> parts = new ArrayList<>();
        String before = "";
        for (String part : name.split("/")) {
            String rest = !before.isEmpty() && part.startsWith(before + ".") ? part.substring(before.length()) : part;
            for (String word : SEPARATOR.split(rest)) {
                if (NO_LETTER_OR_DIGIT.matcher(word).replaceAll("").length() > 0) {
                    parts.add(word);
                }
            }
            before = part;
        }
        return parts;
    }

    /** How many words all paths begin with, where each has another one after them. */
    private static int commonStart(List<List<String>> paths) {
        if (paths.size() < 2) {
            return 0;
        }
        int common = 0;
        while (isCommon(paths, common)) {
            common++;
        }
        return common;
    }

    private static boolean isCommon(List<List<String>> paths, int index) {
        return paths.stream()
                .allMatch(path -> path.size() > index + 1
                        && path.get(index).equals(paths.get(0).get(index)));
    }

    private static String identifier(List<String> path, ImportedLayer layer) {
        StringBuilder name = new StringBuilder();
        for (String part : path) {
            for (String word : NO_LETTER_OR_DIGIT.split(part)) {
                append(name, word);
            }
        }
        String kind = kind(layer.settings().annotation());
        if (name.length() == 0) {
            return kind;
        }
        if (Character.isDigit(name.charAt(0))) {
            name.insert(0, kind);
        }
        return name.substring(0, Math.min(LONGEST, name.length()));
    }

    private static void append(StringBuilder name, String word) {
        if (word.isEmpty()) {
            return;
        }
        boolean isFirst = name.length() == 0;
        if (!isFirst && Character.isDigit(word.charAt(0)) && Character.isDigit(name.charAt(name.length() - 1))) {
            name.append('_');
        }
        boolean isUpper = word.equals(word.toUpperCase(Locale.ROOT));
        String first = word.substring(0, 1);
        String rest = isUpper ? word.substring(1).toLowerCase(Locale.ROOT) : word.substring(1);
        name.append(isFirst ? first.toLowerCase(Locale.ROOT) : first.toUpperCase(Locale.ROOT))
                .append(rest);
    }

    /** {@code conv} for {@code Conv2d}. */
    private static String kind(String annotation) {
        String kind = annotation.replaceAll("[12]d$", "");
        return kind.substring(0, 1).toLowerCase(Locale.ROOT) + kind.substring(1);
    }

    private String unique(String name) {
        String usable = isConstant(name) ? name.replace("_", "").toLowerCase(Locale.ROOT) : name;
        boolean endsInDigit = Character.isDigit(usable.charAt(usable.length() - 1));
        String candidate = usable;
        for (int i = 2; !isUsable(candidate) || !forms.add(form(candidate)); i++) {
            candidate = usable + (endsInDigit ? "_" : "") + i;
        }
        return candidate;
    }

    private static boolean isUsable(String name) {
        return SourceVersion.isIdentifier(name)
                && !SourceVersion.isKeyword(name)
                && !TAKEN.contains(name)
                && !isConstant(name);
    }

    private static boolean isConstant(String name) {
        String constant = WORD.matcher(name).replaceAll("_").toUpperCase(Locale.ROOT);
        return CONSTANT.matcher(constant).matches();
    }

    private static String form(String name) {
        return name.replace("_", "").toUpperCase(Locale.ROOT);
    }
}
