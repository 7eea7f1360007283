package dev.longhand.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What standalone files take from the runtime is the runtime's source, to the letter but for modifiers, indents, the lines of
 * javadoc, and casts to float that must round in JavaScript too. After a change of the runtime, this writes the resources again:
 *
 * <pre>
 * mvn -pl processor -am test -Dtest=RuntimeSourceTest -Dlonghand.runtime.rewrite=true -Dsurefire.failIfNoSpecifiedTests=false
 * </pre>
 */
class RuntimeSourceTest {

    private static final Path RUNTIME = Path.of("../runtime/src/main/java/dev/longhand");

    private static final Path RESOURCES = Path.of("src/main/resources/dev/longhand/processor/emit");

    /** A member's declaration; the name is the second group. */
    private static final Pattern DECLARATION =
            Pattern.compile(" {4}((?:public|private|static|final) )*[\\w\\[\\]]+ (\\w+)(?: =|\\(|;).*");

    /** Rounds where a cast doesn't: JavaScript that is compiled from Java computes floats as doubles. */
    private static final String TO_FLOAT = """


                /** A double rounded to float, also where a cast leaves it as it is, as in JavaScript. */
                static float toFloat(double value) {
                    return Float.intBitsToFloat(Float.floatToRawIntBits((float) value));
                }
            """.stripTrailing();

    /** The columns of a member in a nested class. */
    private static final int WIDTH = Layout.COLUMNS - "        ".length();

    /**
     * Members of a class.
     *
     * @param file the source file
     * @param members their names, in the order in which they are written
     */
    private record Part(String file, String... members) {}

    /**
     * A class of standalone files.
     *
     * @param name its name
     * @param doc its javadoc
     * @param parts its members
     */
    private record Nested(String name, String doc, List<Part> parts) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Nested> classes() {
        return Stream.of(
                new Nested(
                        "Functions",
                        "Mathematical functions of float: the same bits on every machine, because they only use operations"
                                + " that Java specifies to the last bit.",
                        List.of(
                                new Part(
                                        "kernel/function/loops/Approximations",
                                        "ROUND",
                                        "LOG2_E",
                                        "LN_2_HIGH",
                                        "LN_2_LOW",
                                        "EXP_MIN",
                                        "SIGMOID_MAX",
                                        "NORMAL_MAX",
                                        "ONE_BY_ROOT_TWO_PI"),
                                new Part("kernel/function/Functions", "EXP_MAX", "TANH_MAX"),
                                new Part("kernel/function/FusedMultiplyAdd", "BELOW_HALF"),
                                new Part("kernel/function/Functions", "exp", "extremeExp", "exponent", "powerOfTwo"),
                                new Part("kernel/function/loops/Approximations", "expOfRest"),
                                new Part("kernel/function/Functions", "log", "sigmoid", "tanh", "expMinusOne"),
                                new Part("kernel/function/Functions", "twiceTanhOfHalf", "softplus"),
                                new Part("kernel/function/loops/Approximations", "logOfOnePlus"),
                                new Part("kernel/function/Functions", "normalCdf", "normalPdf"),
                                new Part("kernel/function/loops/Approximations", "correctedBell", "millsRatio"),
                                new Part("kernel/function/FusedMultiplyAdd", "inDouble", "roundedToOdd"))),
                new Nested(
                        "CountedRandom",
                        "Random numbers: number i of the sequence with a key is a function of both, SplitMix64 (Steele, Lea and"
                                + " Flood, 2014).",
                        List.of(new Part("random/CountedRandom", "GAMMA", "key", "bits", "uniform", "mix"))),
                new Nested(
                        "GaussianNoise",
                        "Normally distributed random numbers by the method of Box and Muller (1958).",
                        List.of(new Part("kernel/noise/GaussianNoise", "HALF_PI", "draw", "sine", "cosine"))),
                new Nested(
                        "Workspace",
                        "What the layers draw at random in one step.",
                        List.of(
                                new Part("model/Workspace", "seed", "step", "beginStep", "randomKey"),
                                new Part("model/Workspace", "drawDropout", "drawNoise"))));
    }

    @ParameterizedTest
    @MethodSource("classes")
    void resourcesAreTheRuntimesSource(Nested nested) {
        Path resource = RESOURCES.resolve(nested.name() + ".java.txt");
        String source = source(nested);
        if (Boolean.getBoolean("longhand.runtime.rewrite")) {
            write(resource, source);
        }
        assertThat(read(resource)).isEqualTo(source);
    }

    private static String source(Nested nested) {
        List<String> head = javadoc(List.of("/** " + nested.doc() + " */"), Layout.COLUMNS - 4);
        String members = nested.parts().stream()
                .flatMap(part -> Stream.of(part.members()).map(member -> member(part.file(), member)))
                .collect(Collectors.joining("\n\n"));
        return String.join("\n", head) + "\nprivate static final class " + nested.name() + " {\n\n"
                + named(nested.name(), members) + "\n}\n";
    }

    /** What a member is called in the class, where it comes from others. */
    private static String named(String type, String members) {
        return switch (type) {
            case "Functions" ->
                members.replaceAll("\\binDouble\\(", "fma(")
                                .replaceAll("\\(float\\) (sum|Double\\.longBitsToDouble\\(bits\\));", "toFloat($1);")
                        + TO_FLOAT;
            case "GaussianNoise" -> members.replaceAll("(?<!\\.)\\bfma\\(", "Functions.fma(");
            default -> members;
        };
    }

    /** The source of a member with its javadoc. */
    private static String member(String file, String name) {
        List<String> lines = read(RUNTIME.resolve(file + ".java")).lines().toList();
        int first = 0;
        while (!declares(lines.get(first), name)) {
            first++;
        }
        boolean isMethod = lines.get(first).endsWith("{");
        int last = isMethod ? first + lines.subList(first, lines.size()).indexOf("    }") : first;
        int doc = first;
        if (lines.get(first - 1).endsWith("*/")) {
            do {
                doc--;
            } while (!lines.get(doc).startsWith("    /**"));
        }
        List<String> member = new ArrayList<>(javadoc(lines.subList(doc, first), WIDTH));
        String declaration = lines.get(first).strip().replaceFirst("^(public |private )", "");
        member.add(
                lines.get(first).contains("private") && !declaration.startsWith("static")
                        ? "private " + declaration
                        : declaration);
        lines.subList(first + 1, last + 1).forEach(line -> member.add(line.substring(4)));
        assertThat(member).allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(WIDTH));
        return member.stream().map(line -> "    " + line).collect(Collectors.joining("\n"));
    }

    private static boolean declares(String line, String name) {
        Matcher matcher = DECLARATION.matcher(line);
        return matcher.matches() && matcher.group(2).equals(name);
    }

    /** Javadoc with its lines broken where they are full. */
    private static List<String> javadoc(List<String> lines, int width) {
        if (lines.isEmpty()) {
            return lines;
        }
        List<String> paragraphs = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        for (String line : lines) {
            String text = line.strip()
                    .replaceFirst("^/\\*\\*", "")
                    .replaceFirst("^\\*(?!/)", "")
                    .replaceFirst("\\*/$", "");
            if (text.isBlank()) {
                paragraphs.add(paragraph.toString().strip());
                paragraph.setLength(0);
            } else {
                paragraph.append(' ').append(text.strip());
            }
        }
        paragraphs.add(paragraph.toString().strip());
        paragraphs.removeIf(String::isEmpty);
        if (paragraphs.size() == 1 && paragraphs.get(0).length() <= width - "/**  */".length()) {
            return List.of("/** " + paragraphs.get(0) + " */");
        }
        List<String> doc = new ArrayList<>(List.of("/**"));
        for (int i = 0; i < paragraphs.size(); i++) {
            if (i > 0) {
                doc.add(" *");
            }
            Layout.wrap(paragraphs.get(i), width - " * ".length(), "").forEach(line -> doc.add(" * " + line));
        }
        doc.add(" */");
        return doc;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
