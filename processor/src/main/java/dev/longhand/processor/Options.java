package dev.longhand.processor;

import dev.longhand.Style;
import dev.longhand.processor.check.Message;
import dev.longhand.processor.check.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The processor's options.
 *
 * @param style {@code -Alonghand.style=auto|unrolled|loops|kernels}: overrides every network's style
 * @param report {@code -Alonghand.report=true}: a note for each network with the table of its layers
 * @param problems what is wrong with them
 */
record Options(Optional<Style> style, boolean report, List<Problem> problems) {

    /** Keeps a copy of the list. */
    Options {
        problems = List.copyOf(problems);
    }

    static final String STYLE = "longhand.style";
    static final String REPORT = "longhand.report";

    /** Reads the options given to the compiler. */
    static Options of(Map<String, String> given) {
        List<Problem> problems = new ArrayList<>();
        List<String> styles = Arrays.stream(Style.values()).map(Options::word).toList();
        Optional<Style> style = read(given, STYLE, styles, problems).map(word -> Style.values()[styles.indexOf(word)]);
        boolean report = read(given, REPORT, List.of("true", "false"), problems).equals(Optional.of("true"));
        return new Options(style, report, problems);
    }

    private static Optional<String> read(
            Map<String, String> given, String option, List<String> words, List<Problem> problems) {
        Optional<String> word = Optional.ofNullable(given.get(option));
        if (word.isPresent() && !words.contains(word.get())) {
            problems.add(Message.OPTION_VALUE.nowhere(option, word.get(), Message.oneOf(words)));
            return Optional.empty();
        }
        return word;
    }

    private static String word(Style style) {
        return style.name().toLowerCase(Locale.ROOT);
    }
}
