package dev.longhand.processor;

import dev.longhand.Network;
import dev.longhand.model.Model;
import dev.longhand.processor.check.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;

/**
 * What a source file in {@code bad} or {@code good} says must be reported, in a comment above the
 * line: {@code // error ID at `position`: text}. The position is what javac's must start with; without
 * it only the line counts. {@code nowhere} instead of a position means no line at all.
 *
 * @param kind error or warning
 * @param message which message it is
 * @param line the line, 0 for none
 * @param position the source text at the position that javac reports; may be empty
 * @param text the whole text; for a message with a stack trace, the beginning of its first line
 */
record Expectation(String kind, Message message, long line, String position, String text) {

    private static final Pattern COMMENT =
            Pattern.compile("\\s*// (error|warning) ([A-Z_]+)(?: (nowhere)| at `([^`]+)`)?: (.*)");
    private static final Pattern OPTION = Pattern.compile("\\s*// option (.*)");

    /** All that {@code source} expects. */
    static List<Expectation> of(Path source) {
        List<Expectation> expectations = new ArrayList<>();
        List<String> lines = lines(source);
        for (int i = 0; i < lines.size(); i++) {
            Matcher comment = COMMENT.matcher(lines.get(i));
            if (comment.matches()) {
                int next = i + 1;
                while (lines.get(next).strip().startsWith("//")) {
                    next++;
                }
                expectations.add(new Expectation(
                        comment.group(1),
                        Message.valueOf(comment.group(2)),
                        comment.group(3) != null ? 0 : next + 1,
                        comment.group(4) != null ? comment.group(4) : "",
                        comment.group(5)));
            }
        }
        return expectations;
    }

    /**
     * The options to compile {@code source} with, in its comments: {@code // option name=value}, and
     * {@code // without the runtime} on the class path, or {@code // in a module without the runtime}.
     */
    static List<String> options(Path source) {
        List<String> options = new ArrayList<>();
        for (String line : lines(source)) {
            Matcher option = OPTION.matcher(line);
            if (option.matches()) {
                options.add("-A" + option.group(1));
            }
            if (line.strip().equals("// without the runtime")) {
                options.addAll(List.of("-classpath", Compiler.classPath(Network.class, NullMarked.class)));
            }
            if (line.strip().equals("// in a module without the runtime")) {
                options.addAll(List.of(
                        "--module-path",
                        Compiler.classPath(Network.class, Model.class, NullMarked.class),
                        "--add-modules",
                        "dev.longhand.api,dev.longhand.runtime",
                        "--patch-module",
                        "dev.longhand.api=" + source.toAbsolutePath().getParent()));
            }
        }
        return options;
    }

    private static List<String> lines(Path source) {
        try {
            return Files.readAllLines(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
