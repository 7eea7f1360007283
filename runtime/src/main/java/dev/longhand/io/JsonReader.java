package dev.longhand.io;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON of a safetensors header piece by piece: objects, arrays, strings and whole numbers,
 * which is all that one may hold. Strict (RFC 8259). Unexpected input is an error, and
 * nesting is no deeper than the caller's code.
 */
final class JsonReader {

    private final String text;
    private int position;

    private JsonReader(String text) {
        this.text = text;
    }

    /** Of UTF-8 text. */
    static JsonReader of(byte[] utf8) throws JsonException {
        try {
            return new JsonReader(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new JsonException("it isn't UTF-8 text", e);
        }
    }

    /** Reads this punctuation mark, after white space. */
    void expect(char mark) throws JsonException {
        if (!accept(mark)) {
            throw unexpected("'" + mark + "'");
        }
    }

    /** Reads this punctuation mark, after white space, if it's next. */
    boolean accept(char mark) {
        skipWhiteSpace();
        if (position < text.length() && text.charAt(position) == mark) {
            position++;
            return true;
        }
        return false;
    }

    /** Reads a string. */
    String string() throws JsonException {
        expect('"');
        StringBuilder value = new StringBuilder();
        while (true) {
            char c = next();
            if (c == '"') {
                return value.toString();
            }
            if (c < ' ') {
                position--;
                throw unexpected("a control character as \\u escape");
            }
            value.append(c == '\\' ? escaped() : c);
        }
    }

    private char escaped() throws JsonException {
        char c = next();
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                int code = 0;
                for (int i = 0; i < 4; i++) {
                    char hex = next();
                    int digit = hex < 128 ? Character.digit(hex, 16) : -1;
                    if (digit < 0) {
                        position--;
                        throw unexpected("a hexadecimal digit");
                    }
                    code = 16 * code + digit;
                }
                yield (char) code;
            }
            default -> {
                position--;
                throw unexpected("an escape");
            }
        };
    }

    /** Reads a whole number from 0 to {@link Long#MAX_VALUE}. */
    long wholeNumber() throws JsonException {
        skipWhiteSpace();
        int start = position;
        while (position < text.length() && text.charAt(position) >= '0' && text.charAt(position) <= '9') {
            position++;
        }
        String digits = text.substring(start, position);
        if (digits.isEmpty() || (digits.length() > 1 && digits.charAt(0) == '0')) {
            position = start;
            throw unexpected("a whole number");
        }
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            position = start;
            throw unexpected("a whole number below 2^63");
        }
    }

    /** Makes sure that nothing but white space follows. */
    void end() throws JsonException {
        skipWhiteSpace();
        if (position < text.length()) {
            throw unexpected("the end");
        }
    }

    private char next() throws JsonException {
        if (position >= text.length()) {
            throw unexpected("the rest of a string");
        }
        return text.charAt(position++);
    }

    private void skipWhiteSpace() {
        while (position < text.length() && " \t\n\r".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
    }

    private JsonException unexpected(String expected) {
        String found = "the end";
        if (position < text.length()) {
            char c = text.charAt(position);
            found = c < ' ' || c > '~' ? "character 0x%04x".formatted((int) c) : "'" + c + "'";
        }
        return new JsonException("at character " + position + " it has " + found + " instead of " + expected, null);
    }

    /** JSON text isn't what it should be. */
    static final class JsonException extends Exception {

        private static final long serialVersionUID = 1;

        JsonException(String reason, @Nullable Throwable cause) {
            super(reason, cause);
        }
    }
}
