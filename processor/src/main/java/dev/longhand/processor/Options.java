package dev.longhand.processor;

import dev.longhand.Style;
import dev.longhand.processor.check.Message;
import dev.longhand.processor.check.Problem;
import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The processor's options.
 *
 * @param style {@code -Alonghand.style=auto|unrolled|loops|kernels}: overrides every network's style
 * @param report {@code -Alonghand.report=true}: a note for each network with the table of its layers
 * @param resources {@code -Alonghand.resources=folder:folder}, with the separator of the system's paths: the folders in which
 *     resources are looked for first
 * @param problems the errors in them
 */
record Options(Optional<Style> style, boolean report, List<String> resources, List<Problem> problems) {

    Options {
        resources = List.copyOf(resources);
        problems = List.copyOf(problems);
    }

    static final String STYLE = "longhand.style";
    static final String REPORT = "longhand.report";
    static final String RESOURCES = "longhand.resources";

    /** Reads the options given to the compiler. */
    static Options of(Map<String, String> given) {
        List<Problem> problems = new ArrayList<>();
        Map<String, Style> styles = new LinkedHashMap<>();
        for (Style style : Style.values()) {
            styles.put(style.name().toLowerCase(Locale.ROOT), style);
        }
        Map<String, Boolean> answers = new LinkedHashMap<>();
        answers.put("true", true);
        answers.put("false", false);
        return new Options(
                read(given, STYLE, styles, problems),
                read(given, REPORT, answers, problems).orElse(false),
                folders(Optional.ofNullable(given.get(RESOURCES)).orElse("")),
                problems);
    }

    private static List<String> folders(String path) {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(path)
                .filter(folder -> !folder.isBlank())
                .toList();
    }

    private static <T> Optional<T> read(
            Map<String, String> given, String option, Map<String, T> values, List<Problem> problems) {
        Optional<String> word = Optional.ofNullable(given.get(option));
        Optional<T> value = word.map(values::get);
        if (word.isPresent() && value.isEmpty()) {
            problems.add(Message.OPTION_VALUE.nowhere(option, word.get(), Message.oneOf(List.copyOf(values.keySet()))));
        }
        return value;
    }
}
