package dev.longhand.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Main sources, documents and goldens of all modules use the field's words. */
class PlainEnglishTest {

    private static final Path REPOSITORY = Path.of("..");

    /** Names for which the field has a better one. */
    private static final List<Word> NAMES = List.of(
            name("RangeKernels", "DenseLoops"),
            name("RangeConvolutions", "ConvolutionLoops"),
            name("TeamKernels", "ParallelDense"),
            name("SharedNormKernels", "ParallelNorms"),
            name("Warmed\\w*", "Tiered…"),
            name("\\w*Exercise", "…WarmUp"),
            name("KernelChoice", "KernelProvider"),
            name("[Ww]inners", "argmax"),
            name("PlaceNorm", "LayerNormLoops"),
            name("NormRows", "NormLoops"),
            name("GruSteps", "GruLoops"),
            name("PlaneSums", "PooledSums"),
            name("RowGradients", "PooledInputGradients"),
            name("\\w*HalfTurns?", "Cosine"));

    private static final List<Word> PHRASES = List.of(
            phrase("hand(s|ed|ing)? out", "returns"),
            phrase("hand(s|ed|ing)? on", "passes"),
            phrase("came to", "is"),
            phrase("(goes|go|went) by", "uses, follows"),
            phrase("for itself", "alone"),
            phrase("(stands|stand|stood) in", "replaces"),
            phrase("begin(s|ning)? anew", "starts again"),
            phrase("of (its|their) own", "separate"),
            phrase("(is|are) worth no", "costs more than it saves"),
            phrase("(has|have) heard of", "knows"),
            phrase("whoever", "the method that"),
            phrase("nobody but", "only"),
            phrase("keeps a copy of the list", "nothing: the code shows it"));

    /**
     * A word to avoid.
     *
     * @param pattern where it occurs
     * @param instead what to say
     */
    private record Word(Pattern pattern, String instead) {

        Stream<String> findIn(String file, String text) {
            return pattern.matcher(text).results().map(found -> describe(file, text, found));
        }

        private String describe(String file, String text, MatchResult found) {
            long line = 1
                    + text.substring(0, found.start())
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            return "%s:%d has \"%s\"; say %s"
                    .formatted(file, line, found.group().replaceAll("\\s+", " "), instead);
        }
    }

    private static Word name(String pattern, String instead) {
        return new Word(Pattern.compile("\\b" + pattern + "\\b"), instead);
    }

    /** A phrase in lower or upper case, also where a line of a comment ends in it. */
    private static Word phrase(String words, String instead) {
        String pattern = "\\b" + words.replace(" ", "\\s+(?:(?:\\*|//)\\s*)?") + "\\b";
        return new Word(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), instead);
    }

    private static List<String> findIn(String file, String text) {
        return Stream.concat(NAMES.stream(), PHRASES.stream())
                .flatMap(word -> word.findIn(file, text))
                .toList();
    }

    @Test
    void mainSourcesDocumentsAndGoldensUseTheFieldsWords() throws IOException {
        List<String> files = files();
        assertThat(files)
                .contains(
                        "README.md",
                        "docs/layers.md",
                        "api/src/main/java/dev/longhand/Layer.java",
                        "runtime/src/main/java/dev/longhand/model/Model.java",
                        "processor/src/test/resources/golden/XorModel.java.txt");
        assertThat(files.stream().flatMap(file -> findIn(file, read(file)).stream()))
                .isEmpty();
    }

    @Test
    void phrasesAreFoundWhereALineEndsInThem() {
        assertThat(findIn("A.java", "class A {\n    // It Hands\n    // out arrays.\n}\n"))
                .containsExactly("A.java:2 has \"Hands // out\"; say returns");
        assertThat(findIn("A.java", "/** A whole\n * of its\n * own. */\nclass A {}\n"))
                .containsExactly("A.java:2 has \"of its * own\"; say separate");
        assertThat(findIn("A.java", "int[] winners = beforehand out;"))
                .containsExactly("A.java:1 has \"winners\"; say argmax");
    }

    /** Main sources, documents and goldens, relative to the repository. */
    private static List<String> files() throws IOException {
        List<String> files = new ArrayList<>();
        Files.walkFileTree(REPOSITORY, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = folder.getFileName().toString();
                boolean isGenerated = name.equals("target") || name.startsWith(".") && !folder.equals(REPOSITORY);
                return isGenerated ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String path = REPOSITORY.relativize(file).toString().replace('\\', '/');
                boolean isMainSource = path.matches("(.*/)?src/main/(java|kotlin)/.*");
                boolean isGolden = path.startsWith("processor/src/test/resources/golden/");
                if (isMainSource || isGolden || path.endsWith(".md")) {
                    files.add(path);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    private static String read(String file) {
        try {
            return Files.readString(REPOSITORY.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
