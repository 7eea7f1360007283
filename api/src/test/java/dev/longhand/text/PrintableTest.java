package dev.longhand.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {

    @Test
    void controlCharactersAndMarksOfDirectionAreEscaped() {
        StringBuilder escaped = new StringBuilder();
        for (char c = 0; c < Character.MAX_VALUE; c++) {
            if (!Printable.isPrintable(String.valueOf(c))) {
                assertThat(Printable.of("a" + c + "b")).isEqualTo("a\\u%04xb".formatted((int) c));
                escaped.append(" %x".formatted((int) c));
            }
        }
        assertThat(escaped.toString())
                .startsWith(" 0 1 2 ")
                .contains(" 1e 1f 7f 80 81 ")
                .endsWith(" 9e 9f 61c 200e 200f 2028 2029 202a 202b 202c 202d 202e 2066 2067 2068 2069");
    }

    @Test
    void everyOtherTextStays() {
        String text = "größe 学习 \uD83D\uDE00 σ(x·W + b) \\ \"";
        assertThat(Printable.of(text)).isSameAs(text);
    }

    @Test
    void linesKeepTheirEnds() {
        assertThat(Printable.lines("a\n\tb\u001b[2J")).isEqualTo("a\n\tb\\u001b[2J");
        assertThat(Printable.of("a\n\tb")).isEqualTo("a\\u000a\\u0009b");
    }
}
