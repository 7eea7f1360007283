package dev.longhand.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A class that standalone files have nested in them in the place of the runtime's, as source text.
 *
 * @param name its simple name
 * @param head its javadoc and declaration
 * @param members its members, each with its javadoc
 */
record RuntimeSource(String name, String head, List<String> members) {

    /** All of them, in the order in which they are printed. */
    private static final List<RuntimeSource> ALL = Stream.of(
                    "Functions",
                    "EmbeddingTable",
                    "SequenceSteps",
                    "Workspace",
                    "CountedRandom",
                    "GaussianNoise",
                    "WeightsFile")
            .map(RuntimeSource::read)
            .toList();

    /** Those that have an instance for everything in them, which the others are written with: all or nothing. */
    private static final Set<String> WHOLE = Set.of("EmbeddingTable", "SequenceSteps", "WeightsFile");

    private static final Pattern MEMBER =
            Pattern.compile("(?m)^ {4}(?:(?:private|static|final) )*[\\w\\[\\]]+ (\\w+)( =|\\(|;)");

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\n]*");

    /** The types of the JDK that members name. */
    private static final Map<String, ClassName> TYPES = Stream.of(
                    RuntimeTypes.MATH,
                    RuntimeTypes.STRING,
                    RuntimeTypes.STANDARD_CHARSETS,
                    RuntimeTypes.INPUT_STREAM,
                    RuntimeTypes.BUFFERED_INPUT_STREAM,
                    RuntimeTypes.DATA_INPUT_STREAM,
                    RuntimeTypes.IO_EXCEPTION,
                    RuntimeTypes.EOF_EXCEPTION)
            .collect(Collectors.toUnmodifiableMap(ClassName::simpleName, Function.identity()));

    private static final Pattern TYPE = Pattern.compile("\\b(?:" + String.join("|", TYPES.keySet()) + ")\\b");

    RuntimeSource {
        members = List.copyOf(members);
    }

    private static RuntimeSource read(String name) {
        String file = name + ".java.txt";
        try (InputStream in = RuntimeSource.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + file + " is missing");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
            int body = text.indexOf("\n\n");
            String[] members = text.substring(body + 2, text.lastIndexOf("\n}")).split("\n\n(?=    \\S)");
            return new RuntimeSource(name, text.substring(0, body), Arrays.asList(members));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The classes that code mentions, with the members that it needs. */
    static List<CodeBlock> of(CodeBlock code) {
        Set<String> needed = new LinkedHashSet<>();
        List<String> toRead = new ArrayList<>(List.of(code.toString()));
        while (!toRead.isEmpty()) {
            String text = toRead.remove(toRead.size() - 1);
            for (RuntimeSource type : ALL) {
                type.members.stream()
                        .filter(member -> type.isNamedIn(text, member))
                        .filter(needed::add)
                        .forEach(toRead::add);
            }
        }
        return ALL.stream()
                .map(type -> new RuntimeSource(
                        type.name,
                        type.head,
                        type.members.stream().filter(needed::contains).toList()))
                .filter(type -> !type.members.isEmpty())
                .map(RuntimeSource::code)
                .toList();
    }

    /** Whether text outside this class names a member, or text of this class itself does so without the class. */
    private boolean isNamedIn(String text, String member) {
        String code = COMMENT.matcher(text).replaceAll("");
        if (WHOLE.contains(name)) {
            return Pattern.compile("\\b" + name + "\\b").matcher(code).find();
        }
        Matcher declared = MEMBER.matcher(member);
        if (!declared.find()) {
            throw new IllegalStateException("a member without a name: " + member);
        }
        String owner = members.contains(text) ? "(?<![.\\w])" : "\\b(?:" + name + "|ws)\\.";
        String end = declared.group(2).equals("(") ? "\\(" : "\\b";
        return Pattern.compile(owner + declared.group(1) + end).matcher(code).find();
    }

    private CodeBlock code() {
        CodeBlock.Builder code = CodeBlock.builder();
        String text = head + "\n\n" + String.join("\n\n", members) + "\n}\n";
        int done = 0;
        Matcher type = TYPE.matcher(text);
        while (type.find()) {
            code.add("$L$T", text.substring(done, type.start()), TYPES.get(type.group()));
            done = type.end();
        }
        return code.add("$L", text.substring(done)).build();
    }
}
