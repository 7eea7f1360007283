package dev.longhand.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.processor.check.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file in {@code bad} gets exactly the messages that its comments say, from every compiler. */
class MessagesTest {

    private static final Path BAD = Path.of("src/test/resources/bad");
    private static final Path SILENT = Path.of("src/test/resources/silent");

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("badFiles")
    void exactlyTheExpectedMessagesAreReported(Compiler compiler, Path file) throws IOException {
        RecordingProcessor processor = new RecordingProcessor();

        List<Diagnostic<? extends JavaFileObject>> reported =
                compiler.process(List.of(file), Expectation.options(file), List.of(processor));

        List<Expectation> expected = Expectation.of(file);
        assertThat(reported.stream().map(MessagesTest::describe))
                .containsExactlyInAnyOrderElementsOf(
                        expected.stream().map(MessagesTest::describe).toList());
        if (compiler == Compiler.JAVAC) {
            for (Expectation expectation : expected) {
                assertThat(reported).anySatisfy(diagnostic -> assertThatItIsAt(expectation, diagnostic));
            }
        }
    }

    @Test
    void everyMessageOfTheCatalogueIsExpectedByAFile() throws IOException {
        Set<Message> covered = Stream.concat(files(BAD), files(BAD.resolve("javac")))
                .flatMap(file -> Expectation.of(file).stream())
                .map(Expectation::message)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Message.class)));

        assertThat(EnumSet.complementOf(EnumSet.copyOf(covered))).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("silentFiles")
    void nothingIsAddedToWhatTheCompilerSaysItself(Compiler compiler, Path file) {
        RecordingProcessor processor = new RecordingProcessor();

        List<String> with = compiler.process(List.of(file), List.of(), List.of(processor)).stream()
                .map(MessagesTest::describe)
                .toList();
        List<String> without = compiler.process(List.of(file), List.of(), List.of(new IdleProcessor())).stream()
                .map(MessagesTest::describe)
                .toList();

        assertThat(with).isEqualTo(without);
        assertThat(processor.networks()).isEmpty();
    }

    private static void assertThatItIsAt(Expectation expected, Diagnostic<? extends JavaFileObject> diagnostic)
            throws IOException {
        assertThat(describe(diagnostic)).isEqualTo(describe(expected));
        if (!expected.position().isEmpty()) {
            String source = diagnostic.getSource().getCharContent(true).toString();
            assertThat(List.of(diagnostic.getStartPosition(), diagnostic.getPosition()))
                    .anySatisfy(position -> assertThat(source.substring(Math.toIntExact(position)))
                            .startsWith(expected.position()));
        }
    }

    private static String describe(Expectation expected) {
        return expected.line() + " " + expected.kind() + " " + expected.text();
    }

    private static String describe(Diagnostic<? extends JavaFileObject> diagnostic) {
        String text = diagnostic.getMessage(Locale.ROOT).lines().findFirst().orElse("");
        String trace = "and the trace:";
        int end = text.indexOf(trace);
        return Math.max(0, diagnostic.getLineNumber()) + " "
                + diagnostic.getKind().name().toLowerCase(Locale.ROOT) + " "
                + (end < 0 ? text : text.substring(0, end + trace.length()));
    }

    private static Stream<Arguments> badFiles() throws IOException {
        // ecj gives no position for a message about a record, and its file manager always has our class path.
        Stream<Arguments> onlyInJavac = files(BAD.resolve("javac")).map(file -> Arguments.of(Compiler.JAVAC, file));
        return Stream.concat(withEveryCompiler(BAD), onlyInJavac);
    }

    private static Stream<Arguments> silentFiles() throws IOException {
        // javac doesn't show a processor the annotations that it doesn't know.
        Stream<Arguments> onlyInEcj = files(SILENT.resolve("ecj")).map(file -> Arguments.of(Compiler.ECJ, file));
        return Stream.concat(withEveryCompiler(SILENT), onlyInEcj);
    }

    private static Stream<Arguments> withEveryCompiler(Path folder) throws IOException {
        return files(folder)
                .flatMap(file -> Stream.of(Compiler.values()).map(compiler -> Arguments.of(compiler, file)));
    }

    private static Stream<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
        }
    }
}
