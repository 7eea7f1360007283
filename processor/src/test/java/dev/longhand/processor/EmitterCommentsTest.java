package dev.longhand.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The comments above methods that print show what is printed: consecutive lines of one golden, to the letter and with
 * their indents relative to one another. A line that is {@code …} leaves out lines of the same member, and {@code …}
 * within a line leaves out a part of it.
 */
class EmitterCommentsTest {

    private static final Path MAIN = Path.of("src/main/java/dev/longhand/processor");

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    private static final String GAP = "…";

    /** A comment of a member, not of a statement in it. */
    private static final Pattern COMMENT = Pattern.compile(" {4}//(?: (.*))?");

    /** A comment and where it begins. */
    private record Sketch(Path file, int line, List<String> lines) {

        @Override
        public String toString() {
            return MAIN.relativize(file) + ":" + line + "\n" + String.join("\n", lines) + "\n";
        }
    }

    @Test
    void everyCommentAboveAMethodThatPrintsIsAPartOfAGolden() {
        List<List<String>> goldens = Compilation.files(GOLDEN, ".txt").stream()
                .map(EmitterCommentsTest::lines)
                .toList();
        List<Sketch> sketches = Stream.of("emit", "layer")
                .flatMap(folder -> Compilation.files(MAIN.resolve(folder), ".java").stream())
                .flatMap(file -> sketches(file).stream())
                .toList();
        assertThat(sketches).hasSizeGreaterThan(50);
        assertThat(sketches.stream()
                        .filter(sketch -> goldens.stream().noneMatch(golden -> isPartOf(golden, sketch.lines()))))
                .isEmpty();
    }

    /** The comments above the methods of a class. */
    private static List<Sketch> sketches(Path file) {
        List<String> source = lines(file);
        List<Sketch> sketches = new ArrayList<>();
        for (int i = 0; i < source.size(); i++) {
            int first = i;
            List<String> comment = new ArrayList<>();
            Matcher matcher = COMMENT.matcher(source.get(i));
            for (; matcher.matches(); matcher = COMMENT.matcher(source.get(++i))) {
                comment.add(matcher.group(1) == null ? "" : matcher.group(1));
            }
            if (!comment.isEmpty() && isMethod(source.subList(i, source.size()))) {
                sketches.add(new Sketch(file, first + 1, comment));
            }
        }
        return sketches;
    }

    /** Whether a member that begins at the first of these lines has a body. */
    private static boolean isMethod(List<String> source) {
        String text = String.join("\n", source);
        int body = text.indexOf('{');
        int end = text.indexOf(';');
        return body >= 0 && (end < 0 || body < end);
    }

    private static boolean isPartOf(List<String> golden, List<String> sketch) {
        int deepest =
                golden.stream().mapToInt(EmitterCommentsTest::indent).max().orElse(0);
        for (int indent = 0; indent <= deepest; indent += 4) {
            List<Pattern> lines = patterns(sketch, " ".repeat(indent));
            for (int at = 0; at < golden.size(); at++) {
                if (matches(golden.subList(at, golden.size()), lines, false)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a golden begins with these lines, or after a gap has them before the member ends. */
    private static boolean matches(List<String> golden, List<Pattern> lines, boolean isAfterGap) {
        if (lines.isEmpty()) {
            return true;
        }
        List<Pattern> rest = lines.subList(1, lines.size());
        if (lines.get(0).pattern().equals(GAP)) {
            return matches(golden, rest, true);
        }
        for (int at = 0; at < golden.size(); at++) {
            if (lines.get(0).matcher(golden.get(at)).matches()
                    && matches(golden.subList(at + 1, golden.size()), rest, false)) {
                return true;
            }
            if (!isAfterGap || golden.get(at).isEmpty()) {
                return false;
            }
        }
        return false;
    }

    private static List<Pattern> patterns(List<String> sketch, String indent) {
        return sketch.stream()
                .map(line -> line.strip().equals(GAP)
                        ? Pattern.compile(GAP)
                        : Pattern.compile(Arrays.stream((line.isEmpty() ? "" : indent + line).split(GAP, -1))
                                .map(Pattern::quote)
                                .collect(Collectors.joining(".*"))))
                .toList();
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
