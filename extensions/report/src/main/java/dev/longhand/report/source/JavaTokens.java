package dev.longhand.report.source;

import java.util.Set;

/** Divides Java into tokens, as far as colours need them: what isn't Java is divided too. */
final class JavaTokens {

    private static final Set<String> KEYWORDS = Set.of(
            "abstract",
            "assert",
            "boolean",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "class",
            "const",
            "continue",
            "default",
            "do",
            "double",
            "else",
            "enum",
            "extends",
            "false",
            "final",
            "finally",
            "float",
            "for",
            "if",
            "implements",
            "import",
            "instanceof",
            "int",
            "interface",
            "long",
            "native",
            "new",
            "null",
            "package",
            "private",
            "protected",
            "public",
            "record",
            "return",
            "sealed",
            "short",
            "static",
            "super",
            "switch",
            "synchronized",
            "this",
            "throw",
            "throws",
            "transient",
            "true",
            "try",
            "var",
            "void",
            "volatile",
            "while");

    /** The kinds of tokens that have colours, each with its class in the style sheet. */
    enum Kind {
        COMMENT("c"),
        TEXT("q"),
        ANNOTATION("a"),
        KEYWORD("k"),
        TYPE("t"),
        NUMBER("n"),
        OTHER("");

        private final String style;

        Kind(String style) {
            this.style = style;
        }

        String style() {
            return style;
        }
    }

    private final String text;
    private int start;
    private int end;
    private Kind kind = Kind.OTHER;

    JavaTokens(String text) {
        this.text = text;
    }

    /** Goes to the next token; false at the end. */
    boolean next() {
        start = end;
        if (start == text.length()) {
            return false;
        }
        char c = text.charAt(start);
        if (text.startsWith("//", start)) {
            take(Kind.COMMENT, lineEnd(start));
        } else if (text.startsWith("/*", start)) {
            take(Kind.COMMENT, after("*/", start + 2));
        } else if (text.startsWith("\"\"\"", start)) {
            take(Kind.TEXT, after("\"\"\"", start + 3));
        } else if (c == '"' || c == '\'') {
            take(Kind.TEXT, quoteEnd(c));
        } else if (c == '@' && start + 1 < text.length() && Character.isJavaIdentifierStart(text.charAt(start + 1))) {
            take(Kind.ANNOTATION, wordEnd(start + 1));
        } else if (Character.isJavaIdentifierStart(c)) {
            int to = wordEnd(start);
            String word = text.substring(start, to);
            take(KEYWORDS.contains(word) ? Kind.KEYWORD : isType(word) ? Kind.TYPE : Kind.OTHER, to);
        } else if (c >= '0' && c <= '9') {
            take(Kind.NUMBER, numberEnd());
        } else {
            take(Kind.OTHER, start + 1);
        }
        return true;
    }

    Kind kind() {
        return kind;
    }

    String token() {
        return text.substring(start, end);
    }

    private void take(Kind found, int to) {
        kind = found;
        end = to;
    }

    /** Whether a word is written as a type, in capitals and small letters, and not as a constant. */
    private static boolean isType(String word) {
        return Character.isUpperCase(word.charAt(0))
                && (word.length() == 1 || !word.equals(word.toUpperCase(java.util.Locale.ROOT)));
    }

    private int after(String mark, int from) {
        int at = text.indexOf(mark, from);
        return at < 0 ? text.length() : at + mark.length();
    }

    private int lineEnd(int from) {
        int at = text.indexOf('\n', from);
        return at < 0 ? text.length() : at;
    }

    private int quoteEnd(char quote) {
        int limit = lineEnd(start);
        for (int i = start + 1; i < limit; i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == quote) {
                return i + 1;
            }
        }
        return limit;
    }

    private int wordEnd(int from) {
        int i = from;
        while (i < text.length() && Character.isJavaIdentifierPart(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private int numberEnd() {
        int i = start;
        while (i < text.length()) {
            char c = text.charAt(i);
            boolean isSign = (c == '-' || c == '+') && Character.toLowerCase(text.charAt(i - 1)) == 'e';
            if (!Character.isLetterOrDigit(c) && c != '.' && c != '_' && !isSign) {
                break;
            }
            i++;
        }
        return Math.max(i, start + 1);
    }
}
