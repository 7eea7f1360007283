package dev.longhand.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.processor.NetworkProcessor;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reader of docs/report.md does with its program. */
class ReportDocumentationTest {

    private static final Path PAGE = Path.of("..", "..", "docs", "report.md");

    @TempDir
    Path folder;

    /** The program writes to the current folder, which a test can't change. */
    private String program() throws IOException {
        String page = Files.readString(PAGE);
        String begin = "```java\n";
        int from = page.indexOf(begin) + begin.length();
        return page.substring(from, page.indexOf("```", from))
                .replace("Path.of(\"", "Path.of(\"" + folder.toString().replace("\\", "\\\\") + "/");
    }

    private void compile(Path source) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavaCompiler.CompilationTask task = compiler.getTask(
                    new StringWriter(),
                    manager,
                    diagnostics,
                    List.of(
                            "-classpath",
                            System.getProperty("java.class.path"),
                            "-d",
                            folder.toString(),
                            "-s",
                            folder.toString()),
                    null,
                    manager.getJavaFileObjects(source));
            task.setProcessors(List.of(new NetworkProcessor()));
            task.call();
        }
        assertThat(diagnostics.getDiagnostics().stream()
                        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                        .map(Object::toString))
                .isEmpty();
    }

    @Test
    void theProgramWritesItsPageWithItsSource() throws Exception {
        compile(Files.writeString(folder.resolve("Diagonal.java"), program()));
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, ReportDocumentationTest.class.getClassLoader())) {
            loader.loadClass("Diagonal").getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        }
        PageCheck page = PageCheck.of(folder.resolve("report/index.html"));
        assertThat(page.texts("h1")).containsExactly("Side");
        assertThat(page.at("forward-hidden").getTextContent()).contains("forwardHidden(");
        assertThat(page.at("source").getTextContent()).contains("Which side of the diagonal a point is on.");
    }

    @Test
    void thePomNamesTheModule() throws IOException {
        assertThat(Files.readString(PAGE)).contains("<artifactId>longhand-report</artifactId>");
        assertThat(Files.readString(Path.of("pom.xml"))).contains("<artifactId>longhand-report</artifactId>");
    }
}
