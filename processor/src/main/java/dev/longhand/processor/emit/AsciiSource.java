package dev.longhand.processor.emit;

import static java.util.Map.entry;

import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Java source for an encoding that lacks some of its characters: in comments they become words, {@code sigma(z)}, in
 * strings and names Unicode escapes, so that the compiled class is the same.
 */
public final class AsciiSource {

    /** The signs in comments. */
    private static final Map<Integer, String> WORDS = Map.ofEntries(
            entry((int) '·', "*"),
            entry((int) '−', "-"),
            entry((int) 'Σ', "sum "),
            entry((int) '×', "x"),
            entry((int) 'σ', "sigma"),
            entry((int) '→', "->"),
            entry((int) '¹', "^1"),
            entry((int) '²', "^2"),
            entry((int) '³', "^3"),
            entry((int) '₁', "_1"),
            entry((int) '₂', "_2"),
            entry((int) 'μ', "mu"),
            entry((int) '\u0302', "^"),
            entry((int) '∘', "o"),
            entry((int) 'γ', "gamma"),
            entry((int) 'β', "beta"),
            entry((int) 'δ', "delta"),
            entry((int) 'ε', "epsilon"),
            entry((int) 'φ', "phi"),
            entry((int) 'Φ', "Phi"),
            entry((int) 'ᵀ', "^T"),
            entry((int) '∗', "(*)"),
            entry((int) '√', "sqrt"),
            entry((int) '∂', "d"),
            entry((int) '…', "..."),
            entry((int) '′', "'"),
            entry((int) '½', "1/2"),
            entry((int) '⌊', "floor("),
            entry((int) '⌈', "ceil("),
            entry((int) '⌋', ")"),
            entry((int) '⌉', ")"));

    private final String source;
    private final IntPredicate canEncode;
    private final StringBuilder written = new StringBuilder();

    private AsciiSource(String source, IntPredicate canEncode) {
        this.source = source;
        this.canEncode = canEncode;
    }

    /**
     * The source with every character that the encoding lacks replaced.
     *
     * @param canEncode whether the encoding has a character
     */
    public static String of(String source, IntPredicate canEncode) {
        return source.chars().allMatch(canEncode) ? source : new AsciiSource(source, canEncode).write();
    }

    private String write() {
        int at = 0;
        while (at < source.length()) {
            if (source.startsWith("//", at)) {
                at = comment(at, end("\n", at));
            } else if (source.startsWith("/*", at)) {
                at = comment(at, end("*/", at));
            } else {
                at = source.charAt(at) == '"' ? code(at, endOfString(at)) : code(at, at + 1);
            }
        }
        return written.toString();
    }

    private int end(String mark, int from) {
        int at = source.indexOf(mark, from + 2);
        return at < 0 ? source.length() : at + mark.length();
    }

    private int endOfString(int from) {
        int at = from + 1;
        while (at < source.length() && source.charAt(at) != '"') {
            at += source.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at + 1, source.length());
    }

    private int comment(int from, int to) {
        for (int i = from; i < to; i++) {
            char sign = source.charAt(i);
            written.append(canEncode.test(sign) ? String.valueOf(sign) : WORDS.getOrDefault((int) sign, escape(sign)));
        }
        return to;
    }

    private int code(int from, int to) {
        for (int i = from; i < to; i++) {
            char sign = source.charAt(i);
            written.append(canEncode.test(sign) ? String.valueOf(sign) : escape(sign));
        }
        return to;
    }

    private static String escape(char sign) {
        return "\\u%04x".formatted((int) sign);
    }
}
