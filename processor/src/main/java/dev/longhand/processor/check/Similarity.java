package dev.longhand.processor.check;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that a misspelt one most resembles. */
final class Similarity {

    private Similarity() {}

    /** The name with the fewest changes, at most one for every three letters; a difference in case is no change. */
    static Optional<String> closest(String misspelt, Collection<String> names) {
        String lower = misspelt.toLowerCase(Locale.ROOT);
        return names.stream()
                .sorted()
                .min(Comparator.comparingInt(name -> changes(lower, name.toLowerCase(Locale.ROOT))))
                .filter(name -> changes(lower, name.toLowerCase(Locale.ROOT)) <= Math.max(1, misspelt.length() / 3));
    }

    /** The letters to insert, delete or replace (Levenshtein, 1966). */
    private static int changes(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
