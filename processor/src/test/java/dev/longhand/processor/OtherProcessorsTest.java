package dev.longhand.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How the processor behaves beside others, which may write what a declaration mentions. */
class OtherProcessorsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aDeclarationWaitsForATypeThatAnotherProcessorWrites(Compiler compiler) throws IOException {
        Path source = source("Right", Declarations.RIGHT.formatted("extends Written"));

        assertThat(Declarations.errors(compiler.compile(
                        List.of(source), folder, List.of(), List.of(new NetworkProcessor(), new WritingProcessor()))))
                .isEmpty();

        assertThat(folder.resolve("classes/RightModel.class")).exists();
    }

    @ParameterizedTest
    @EnumSource
    void aDeclarationWaitsForConstantsThatAnotherProcessorWrites(Compiler compiler) throws IOException {
        List<String> declarations = List.of(
                "@Network(input = Written.N, loss = Loss.HUBER) interface Right { @Dense(units = 3) Layer output(); }",
                "@Network(input = {Written.N, 4}, loss = Loss.HUBER) interface Right { @Dense(units = 3) Layer o(); }",
                "@Network(input = 3, loss = Loss.HUBER, delta = Written.N) interface Right {"
                        + " @Dense(units = 3) Layer output(); }",
                "@Network(input = 3, loss = Loss.HUBER) interface Right { @Dense(units = Written.N) Layer output(); }",
                "@Network(input = 3, loss = Loss.HUBER) interface Right {"
                        + " @Dense(units = 3, useBias = Written.YES) Layer output(); }",
                "@Network(input = 3, loss = Loss.HUBER) interface Right {"
                        + " @Dense(units = 3, bias = {0, Written.N, 0}) Layer output(); }",
                "@Network(input = 3, loss = Loss.HUBER) interface Right {"
                        + " @Dense(units = 3) Layer a(); @From(Written.A) @Dense(units = 3) Layer output(); }",
                "@Network(input = 3, loss = Loss.HUBER) interface Right { @Dense(units = 3) Layer a();"
                        + " @Dense(units = 3) Layer b(); @From({\"b\", Written.A}) @Add Layer output(); }",
                "@Network(loss = Loss.HUBER) interface Right { @Input(Written.N) Layer a();"
                        + " @Dense(units = 3) Layer output(); }");
        for (int i = 0; i < declarations.size(); i++) {
            Path source = source("Right", declarations.get(i) + "\n");
            Path output = folder.resolve("output" + i);

            assertThat(Declarations.errors(compiler.compile(
                            List.of(source),
                            output,
                            List.of(),
                            List.of(new NetworkProcessor(), new WritingProcessor()))))
                    .as(declarations.get(i))
                    .isEmpty();

            assertThat(output.resolve("classes/RightModel.class"))
                    .as(declarations.get(i))
                    .exists();
        }
    }

    @Test
    void annotationsAreClaimedWhileADeclarationWaitsForAnotherProcessor() throws IOException {
        Path source =
                source("Right", Declarations.RIGHT.formatted("extends Written") + "@Deprecated interface Other {}\n");

        assertThat(Compiler.JAVAC.compile(
                        List.of(source),
                        folder,
                        List.of("-Xlint:processing", "-Werror"),
                        List.of(new NetworkProcessor(), new WritingProcessor())))
                .isEmpty();
    }

    private Path source(String name, String text) throws IOException {
        return Declarations.write(folder, name, text);
    }

    /** Writes the interface Written in the first round. */
    @SupportedAnnotationTypes("*")
    private static final class WritingProcessor extends AbstractProcessor {

        private boolean isDone;

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!isDone) {
                isDone = true;
                try (Writer writer =
                        processingEnv.getFiler().createSourceFile("Written").openWriter()) {
                    writer.write("interface Written {\n" + "int N = 3;\nboolean YES = true;\nString A = \"a\";\n}\n");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return false;
        }
    }
}
