package dev.longhand.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One run of the program, and what it printed.
 *
 * @param exitCode 0, 1 or 2
 * @param out the standard output
 * @param err the standard error output
 */
public record Run(int exitCode, String out, String err) {

    private static final Pattern NUMBER = Pattern.compile("[-−]?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");

    /** Runs the program with these arguments, whatever its exit code. */
    public static Run of(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Longhand.run(new PrintWriter(out), new PrintWriter(err), args);
        return new Run(exitCode, out.toString(), err.toString());
    }

    /** Runs the program with these arguments, which must succeed. */
    public static Run well(String... args) {
        Run run = of(args);
        assertThat(run.err).isEmpty();
        assertThat(run.exitCode).isZero();
        return run;
    }

    /** The lines of the section whose title starts with this text. */
    public List<String> section(String title) {
        List<String> lines = out.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(title) && isTitle(lines, i)) {
                int end = i + 2;
                while (end < lines.size() && !isTitle(lines, end)) {
                    end++;
                }
                return lines.subList(i + 2, end);
            }
        }
        throw new AssertionError("no section \"" + title + "\" in\n" + out);
    }

    private static boolean isTitle(List<String> lines, int i) {
        return (i == 0 || lines.get(i - 1).isEmpty())
                && i + 1 < lines.size()
                && !lines.get(i).isEmpty()
                && lines.get(i + 1).equals("─".repeat(lines.get(i).length()));
    }

    /** The first line of a section that starts with this text, leading spaces ignored. */
    public String line(String section, String start) {
        return section(section).stream()
                .map(String::strip)
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line \"" + start + "\" in " + section(section)));
    }

    /** The numbers in a line. */
    public static double[] numbers(String line) {
        List<Double> numbers = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(line);
        while (matcher.find()) {
            numbers.add(Double.parseDouble(matcher.group().replace('−', '-')));
        }
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The last {@code count} numbers in a line. */
    public static double[] lastNumbers(String line, int count) {
        double[] numbers = numbers(line);
        return Arrays.copyOfRange(numbers, numbers.length - count, numbers.length);
    }
}
