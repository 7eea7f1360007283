package dev.longhand.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void columnsAreAsWideAsTheirWidestCell() {
        assertThat(TextTable.of("<name", "n").row("a", 1).row("longer", 1234).lines())
                .containsExactly("name       n", "a          1", "longer  1234");
    }

    @Test
    void aRowMayEndEarly() {
        assertThat(TextTable.of("<a", "b").row("x").lines()).containsExactly("a  b", "x");
    }

    @Test
    void zeroHasNoSign() {
        assertThat(TextTable.number(-0.0004, 3)).isEqualTo("0.000");
        assertThat(TextTable.number(-0.0006, 3)).isEqualTo("-0.001");
        assertThat(TextTable.number(-0.4, 0)).isEqualTo("0");
    }
}
