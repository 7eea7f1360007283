package dev.longhand.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON piece by piece: objects, arrays, strings and numbers. Strict (RFC 8259). Unexpected input is an error, and
 * nesting is no deeper than the caller's code.
 */
public final class JsonReader {

    /** Without nested repetition, so that matching takes linear time. */
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*+)(\\.[0-9]++)?([eE][-+]?[0-9]++)?");

    private final String text;
    private int position;

    private JsonReader(String text) {
        this.text = text;
    }

    /** Of UTF-8 text. */
    public static JsonReader of(byte[] utf8) throws JsonException {
        try {
            return new JsonReader(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new JsonException("it isn't UTF-8 text", e);
        }
    }

    /** Of text. */
    public static JsonReader of(String text) {
        return new JsonReader(text);
    }

    /** Reads this punctuation mark, after white space. */
    public void expect(char mark) throws JsonException {
        if (!accept(mark)) {
            throw unexpected("'" + mark + "'");
        }
    }

    /** Reads this punctuation mark, after white space, if it's next. */
    public boolean accept(char mark) {
        skipWhiteSpace();
        if (position < text.length() && text.charAt(position) == mark) {
            position++;
            return true;
        }
        return false;
    }

    /** Reads a string. */
    public String string() throws JsonException {
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
    public long wholeNumber() throws JsonException {
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

    /** Reads a number that is finite as a {@code double}. */
    public double number() throws JsonException {
        skipWhiteSpace();
        int start = position;
        while (position < text.length() && isOfNumber(text.charAt(position))) {
            position++;
        }
        String number = text.substring(start, position);
        double value = NUMBER.matcher(number).matches() ? Double.parseDouble(number) : Double.NaN;
        if (!Double.isFinite(value)) {
            position = start;
            throw unexpected("a finite number");
        }
        return value;
    }

    private static boolean isOfNumber(char c) {
        return c >= '0' && c <= '9' || "+-.eE".indexOf(c) >= 0;
    }

    /** Makes sure that nothing but white space follows. */
    public void end() throws JsonException {
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
    public static final class JsonException extends Exception {

        private static final long serialVersionUID = 1;

        /** An exception for this reason. */
        public JsonException(String reason, @Nullable Throwable cause) {
            super(reason, cause);
        }
    }
}
