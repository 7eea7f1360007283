package dev.longhand.report.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.report.html.Html;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceListingTest {

    private static String listing(String source) {
        Html html = new Html();
        SourceListing.of(source).write(html, "source");
        return html.toString();
    }

    /** What a listing shows, without its colours. */
    private static String plain(String source) {
        return listing(source)
                .replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&")
                .stripTrailing();
    }

    @Test
    void tokensHaveTheirColours() {
        assertThat(listing("@Override int x = 0x1F; // done"))
                .contains("<span class=\"a\">@Override</span> <span class=\"k\">int</span> x = "
                        + "<span class=\"n\">0x1F</span>; <span class=\"c\">// done</span>");
        assertThat(listing("String s = \"a\\\"b\" + 'c';"))
                .contains("<span class=\"t\">String</span>")
                .contains("<span class=\"q\">&quot;a\\&quot;b&quot;</span>")
                .contains("<span class=\"q\">'c'</span>");
        assertThat(listing("float y = 1.5e-3f + MAX;")).contains("<span class=\"n\">1.5e-3f</span> + MAX;");
    }

    @Test
    void aCommentOfSeveralLinesIsColouredInEachLine() {
        assertThat(listing("/* a\n b */ int c;"))
                .contains("<span><span class=\"c\">/* a</span></span>\n<span><span class=\"c\"> b */</span> ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"never closed",
                "/* never closed",
                "\"\"\" never closed",
                "'",
                "\"\\",
                "@",
                "@ x",
                "1e",
                "1e+",
                "a\\u0041 < b > c & d",
                "\"\"\"\n  text \"quoted\"\n  \"\"\"; x",
                "größe = \"ü\";",
                "x\n\n\ny"
            })
    void anyTextIsShownWhole(String text) {
        assertThat(plain(text)).isEqualTo(text);
    }

    @Test
    void lineEndsOfOtherSystemsAreLineEnds() {
        assertThat(plain("a\r\nb\rc")).isEqualTo("a\nb\nc");
    }
}
