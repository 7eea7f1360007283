package dev.longhand.processor;

import dev.longhand.processor.emit.AsciiSource;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic.Kind;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/**
 * The encoding that the compiler writes generated source in. No compiler tells it to a processor: the filers of javac (17
 * and 25) and ecj wrap the writer of a source file in a class of theirs, which doesn't say its encoding, and a file that
 * was created can be neither read nor written again. So another file with each character in question is written, read
 * as bytes, and deleted; only the first model needs it, unless later ones have other characters.
 */
final class OutputEncoding {

    /** An editor's file system: it has the encoding of the project, and notices a file that comes and goes. */
    private static final String EDITOR = "org.eclipse.jdt.internal.apt.";

    private static final int FIRST_BEYOND_ASCII = 128;

    private final ProcessingEnvironment environment;
    private final Map<Integer, Boolean> known = new HashMap<>();
    private int files;
    private boolean isReported;

    OutputEncoding(ProcessingEnvironment environment) {
        this.environment = environment;
    }

    /**
     * The source with words or escapes for what the encoding lacks; then a note says so, once.
     *
     * @param origin the declaration
     */
    String fit(String source, TypeElement origin) {
        List<Integer> unknown = source.chars()
                .filter(sign -> sign >= FIRST_BEYOND_ASCII)
                .distinct()
                .boxed()
                .filter(sign -> !known.containsKey(sign))
                .toList();
        if (!unknown.isEmpty()) {
            learn(unknown, origin);
        }
        String fitting = AsciiSource.of(source, sign -> known.getOrDefault(sign, true));
        if (!fitting.equals(source) && !isReported) {
            isReported = true;
            String lacking = known.entrySet().stream()
                    .filter(entry -> !entry.getValue())
                    .map(entry -> "U+%04X".formatted(entry.getKey()))
                    .sorted()
                    .collect(Collectors.joining(", "));
            environment
                    .getMessager()
                    .printMessage(
                            Kind.NOTE,
                            "the source encoding lacks signs of formulas (" + lacking
                                    + "), so generated source has words and escapes for them;"
                                    + " compile with -encoding UTF-8 to see the formulas as documented");
        }
        return fitting;
    }

    private void learn(List<Integer> signs, TypeElement origin) {
        signs.forEach(sign -> known.put(sign, true));
        if (environment.getClass().getName().startsWith(EDITOR)) {
            return;
        }
        try {
            FileObject file = environment
                    .getFiler()
                    .createResource(StandardLocation.CLASS_OUTPUT, "", "longhand-encoding-" + files++ + ".tmp", origin);
            try (Writer writer = file.openWriter()) {
                for (int sign : signs) {
                    writer.append((char) sign).append('\n');
                }
            }
            // The file object of javac's filer doesn't delete.
            Path path = Path.of(file.toUri());
            List<String> lines =
                    Files.readString(path, StandardCharsets.ISO_8859_1).lines().toList();
            Files.delete(path);
            for (int i = 0; i < signs.size() && lines.size() == signs.size(); i++) {
                known.put(signs.get(i), !lines.get(i).equals("?"));
            }
        } catch (IOException | RuntimeException e) {
            // A compiler that allows no such file gets the source as it is.
            signs.forEach(sign -> known.put(sign, true));
        }
    }
}
