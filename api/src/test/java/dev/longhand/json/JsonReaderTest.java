package dev.longhand.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhand.json.JsonReader.JsonException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

    private static JsonReader of(String text) throws JsonException {
        return JsonReader.of(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void stringsAndEscapesAreRead() throws JsonException {
        assertThat(of(" \"가 é 😀\"").string()).isEqualTo("가 é 😀");
        assertThat(of("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\uDE00\"").string())
                .isEqualTo("\"\\/\b\f\n\r\té😀");
    }

    @Test
    void wholeNumbersAreRead() throws JsonException {
        assertThat(of("0").wholeNumber()).isZero();
        assertThat(of("9223372036854775807").wholeNumber()).isEqualTo(Long.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "01", "x", "9223372036854775808", ".5", "٣"})
    void otherNumbersAreRefused(String text) throws JsonException {
        JsonReader json = of(text);
        assertThatThrownBy(json::wholeNumber).isInstanceOf(JsonException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "12.5", "-1e-3", "1E+30", "4.9E-324", "1.7976931348623157E308"})
    void numbersAreReadToTheBit(String text) throws JsonException {
        assertThat(of(" " + text + " ").number()).isEqualTo(Double.parseDouble(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+1", "01", ".5", "1.", "1e", "NaN", "Infinity", "1e999", "-", "1d", "0x1", "--1"})
    void numbersThatAreNotFiniteOrNotJsonAreRefused(String text) {
        assertThatThrownBy(() -> {
                    JsonReader json = of(text);
                    json.number();
                    json.end();
                })
                .isInstanceOf(JsonException.class);
    }

    @Test
    void textIsQuotedSoThatItIsReadAgain() throws JsonException {
        for (String text : new String[] {"", "a\"b\\c", "\u0000\n\u001f", "가 é 😀", "\uD83D", "\uDE00\uD83D"}) {
            assertThat(of(JsonText.quoted(text)).string()).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"", "\"a", "'a'", "\"\n\"", "\"\\x\"", "\"\\u12\"", "\"\\u00g0\"", "\"\\", "a"})
    void otherStringsAreRefused(String text) throws JsonException {
        JsonReader json = of(text);
        assertThatThrownBy(json::string).isInstanceOf(JsonException.class);
    }

    @Test
    void theMessageSaysWhereAndWhat() throws JsonException {
        JsonReader json = of("  [");
        assertThatThrownBy(() -> json.expect('{')).hasMessage("at character 2 it has '[' instead of '{'");
        assertThatThrownBy(() -> of("").expect('{')).hasMessage("at character 0 it has the end instead of '{'");
        assertThatThrownBy(() -> of(" 1").end()).hasMessage("at character 1 it has '1' instead of the end");
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        assertThatThrownBy(() -> JsonReader.of(new byte[] {(byte) 0xC3, 0x28})).hasMessage("it isn't UTF-8 text");
    }
}
