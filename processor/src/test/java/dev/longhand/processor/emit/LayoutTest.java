package dev.longhand.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LayoutTest {

    @Test
    void textIsBrokenAtSpacesAndIndentedFromTheSecondLineOn() {
        assertThat(Layout.wrap("1. a = z so dz = da", 12, "   ")).containsExactly("1. a = z so", "   dz = da");
        assertThat(Layout.wrap("short", 12, "   ")).containsExactly("short");
        assertThat(Layout.wrap("unbreakable-word", 5, "")).containsExactly("unbreakable-word");
    }
}
