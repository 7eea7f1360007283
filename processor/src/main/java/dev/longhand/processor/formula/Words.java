package dev.longhand.processor.formula;

import java.util.ArrayList;
import java.util.List;

/** How formulas and lists are written. */
public final class Words {

    /** A space of a comment at which its line is never broken. */
    public static final String NO_BREAK = "\u00a0";

    private Words() {}

    /** {@code a, b and c}. */
    public static String and(List<String> words) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    /** {@code z = x·W + b}, or without b. */
    public static String affine(String sum, String product, boolean hasBias) {
        return sum + " = " + product + (hasBias ? " + b" : "");
    }

    /** Formulas with what follows each in one column. */
    public static List<String> columns(List<String> formulas, List<String> rests) {
        int width = formulas.stream().mapToInt(String::length).max().orElse(0);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < formulas.size(); i++) {
            String gap = " ".repeat(width - formulas.get(i).length() + 2);
            lines.add((formulas.get(i) + gap + rests.get(i)).stripTrailing());
        }
        return lines;
    }
}
