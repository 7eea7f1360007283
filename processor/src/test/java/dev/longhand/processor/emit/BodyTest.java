package dev.longhand.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.longhand.processor.formula.Code;
import dev.longhand.processor.formula.Words;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BodyTest {

    private static String print(Body body) {
        MethodSpec method =
                MethodSpec.methodBuilder("run").addCode(body.build()).build();
        TypeSpec type = TypeSpec.classBuilder("Net").addMethod(method).build();
        return JavaFile.builder("nets", type).indent("    ").build().toString();
    }

    @Test
    void typesThatAreNamedAreImported() {
        String source = print(new Body()
                .line("a[k] = ", RuntimeTypes.FUNCTIONS, ".exp(x[k])")
                .line(RuntimeTypes.ARRAYS, ".fill(g, 0)"));
        assertThat(source)
                .contains("import dev.longhand.kernel.function.Functions;", "import java.util.Arrays;")
                .contains("a[k] = Functions.exp(x[k]);");
    }

    @Test
    void namesInTextAndMembersAreNotTypes() {
        String source =
                print(new Body().line("String name = \"Functions.exp(x)\"").line("net.Losses(1)"));
        assertThat(source).doesNotContain("import");
    }

    @Test
    void longSumsAreBrokenBetweenTerms() {
        List<String> terms =
                IntStream.range(0, 30).mapToObj(i -> "x" + i + " * w" + i).toList();
        String source = print(new Body().line("float z = ", Code.join("+", terms)));
        assertThat(source.lines()).allMatch(line -> line.length() <= 100);
        assertThat(source.lines().filter(line -> line.contains("w29;"))).hasSize(1);
    }

    @Test
    void longCommentsAreBrokenUnderTheirText() {
        Body body = new Body()
                .loop("s", "n")
                .step("2. " + "word ".repeat(30) + "end")
                .end();
        List<String> comments =
                print(body).lines().filter(line -> line.contains("//")).toList();
        assertThat(comments).hasSize(2).allMatch(line -> line.length() <= 100);
        assertThat(comments.get(1)).startsWith("            //    word");
    }

    @Test
    void commentsAreNotBrokenAtSpacesThatHoldTogether() {
        String held = "x" + Words.NO_BREAK + "=" + Words.NO_BREAK + "0";
        assertThat(new Body().comment("a".repeat(86) + " " + held).build().toString())
                .isEqualTo("// " + "a".repeat(86) + "\n// x = 0\n");
    }
}
