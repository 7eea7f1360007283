package dev.longhand.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LayoutTest {

    @Test
    void shortJavadocStandsOnOneLine() {
        assertThat(Layout.tidy("    /**\n     * The loss.\n     */\n    float loss;\n"))
                .startsWith("    /** The loss. */\n    float loss;\n");
    }

    @Test
    void javadocThatDoesNotFitStaysApart() {
        String javadoc = "    /**\n     * " + "x".repeat(90) + "\n     */\n";
        assertThat(Layout.tidy(javadoc)).startsWith(javadoc);
        assertThat(Layout.tidy(javadoc.replaceFirst("xx", ""))).startsWith("    /** xxx");
    }

    @Test
    void constantsOfOneLayerStandTogether() {
        String first = "    private static final int A = 0;\n";
        String second = "    private static final int A_W = 0;\n";
        assertThat(Layout.tidy("{\n" + first + "\n" + second)).contains(first + second);
    }

    @Test
    void noParameterStandsAloneOnALine() {
        assertThat(Layout.tidy("    void f(float[] p, float[] x,\n            int n) {\n"))
                .startsWith("    void f(float[] p,\n            float[] x, int n) {\n");
        String two = "    void f(float[] p,\n            float[] x, int n) {\n";
        assertThat(Layout.tidy(two)).startsWith(two);
    }

    @Test
    void textIsBrokenAtSpacesAndIndentedFromTheSecondLineOn() {
        assertThat(Layout.wrap("1. a = z so dz = da", 12, "   ")).containsExactly("1. a = z so", "   dz = da");
        assertThat(Layout.wrap("short", 12, "   ")).containsExactly("short");
        assertThat(Layout.wrap("unbreakable-word", 5, "")).containsExactly("unbreakable-word");
    }
}
