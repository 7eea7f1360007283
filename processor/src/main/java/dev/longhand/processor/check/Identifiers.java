package dev.longhand.processor.check;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.SourceVersion;

/** Java names made of the names of classes and columns in data. */
public final class Identifiers {

    /** More would make the initialization of an enum, or the parameters of a record, too large. */
    private static final int MOST_CONSTANTS = 250;

    private static final int MOST_COMPONENTS = 100;

    /** The methods of every object, which can't be those of a record's component. */
    private static final Set<String> OBJECT =
            Set.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    private Identifiers() {}

    /**
     * A constant for each name: {@code IRIS_SETOSA} for {@code Iris-setosa}, {@code CLASS_7} for {@code 7}. None if a name
     * has no letter or digit, two have the same constant, or they are too many.
     */
    public static Optional<List<String>> constants(List<String> names) {
        return different(names, MOST_CONSTANTS, Identifiers::constant);
    }

    /**
     * A component of a record for each name: {@code petalLength} for {@code petal length}, {@code column1st} for {@code
     * 1st}. None if a name has no letter or digit, two have the same component, or they are too many.
     */
    public static Optional<List<String>> components(List<String> names) {
        return different(names, MOST_COMPONENTS, Identifiers::component);
    }

    private static Optional<List<String>> different(
            List<String> names, int most, Function<List<String>, String> identifier) {
        List<List<String>> words = names.stream().map(Identifiers::words).toList();
        if (names.size() > most || words.stream().anyMatch(List::isEmpty)) {
            return Optional.empty();
        }
        List<String> identifiers = words.stream().map(identifier).toList();
        boolean areUsable = identifiers.stream().allMatch(SourceVersion::isIdentifier)
                && new HashSet<>(identifiers).size() == names.size();
        return areUsable ? Optional.of(identifiers) : Optional.empty();
    }

    /** The runs of letters and digits. */
    private static List<String> words(String name) {
        String spaced = name.codePoints()
                .map(c -> Character.isLetterOrDigit(c) ? c : ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return List.of(spaced.strip().split(" +")).stream()
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String constant(List<String> words) {
        String constant = String.join("_", words).toUpperCase(Locale.ROOT);
        return SourceVersion.isIdentifier(constant) ? constant : "CLASS_" + constant;
    }

    private static String component(List<String> words) {
        StringBuilder component = new StringBuilder(changed(words.get(0), false));
        words.subList(1, words.size()).forEach(word -> component.append(changed(word, true)));
        String name = component.toString();
        return SourceVersion.isName(name) && !OBJECT.contains(name) ? name : "column" + changed(name, true);
    }

    /** A word with a capital or a small first letter; small letters only, if it has no other than capitals. */
    private static String changed(String word, boolean isCapital) {
        boolean isShouted = word.equals(word.toUpperCase(Locale.ROOT));
        int end = word.offsetByCodePoints(0, 1);
        String first = word.substring(0, end);
        String rest = isShouted ? word.substring(end).toLowerCase(Locale.ROOT) : word.substring(end);
        return (isCapital ? first.toUpperCase(Locale.ROOT) : first.toLowerCase(Locale.ROOT)) + rest;
    }
}
