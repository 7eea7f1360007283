package dev.longhand.table;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names of columns and categories in messages. */
final class Names {

    private static final int SHOWN = 8;
    private static final int LONGEST = 60;

    private Names() {}

    /** The first names in quotes, and how many more there are. */
    static String listed(Collection<String> names) {
        String list = names.stream().limit(SHOWN).map(Names::quoted).collect(Collectors.joining(", "));
        return names.size() <= SHOWN ? list : list + " and " + (names.size() - SHOWN) + " more";
    }

    /** A name in quotes, shortened if it's long. */
    static String quoted(String name) {
        return "\"" + (name.length() <= LONGEST ? name : name.substring(0, LONGEST) + "…") + "\"";
    }

    /** Where a name isn't there: {@code , but "Age"} if one differs in case and white space only, or all names. */
    static String instead(String name, Collection<String> names) {
        String plain = plain(name);
        for (String other : names) {
            if (plain(other).equals(plain)) {
                return ", but " + quoted(other);
            }
        }
        return ": it has " + (names.isEmpty() ? "none" : listed(names));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_.-]", "");
    }
}
