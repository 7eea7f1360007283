package dev.longhand.io;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The dictionary in the header of a .npy file, such as {@code {'descr': '<f4', 'fortran_order': False, 'shape': (3,
 * 4), }}. Of Python's syntax it may have strings, True, False and tuples of whole numbers.
 */
final class NpyDictionary {

    private static final int LONGEST_NUMBER = 18;

    private final String text;
    private final String name;
    private final Set<String> keys = new HashSet<>();
    private int next;
    private String descr = "";
    private boolean isFortranOrder;
    private long[] shape = {};

    private NpyDictionary(String text, String name) {
        this.text = text;
        this.name = name;
    }

    /** Parses a header's text. */
    static NpyDictionary parse(String text, String name) throws InvalidFileException {
        NpyDictionary dictionary = new NpyDictionary(text, name);
        dictionary.parse();
        return dictionary;
    }

    /** The type, such as {@code <f4}. */
    String descr() {
        return descr;
    }

    /** Whether the first index is the fastest. */
    boolean isFortranOrder() {
        return isFortranOrder;
    }

    /** The dimensions, which may be any numbers. */
    long[] shape() {
        return shape;
    }

    private void parse() throws InvalidFileException {
        expect('{');
        while (!isNext('}')) {
            String key = string();
            if (!keys.add(key)) {
                throw invalid("it has '" + key + "' twice");
            }
            expect(':');
            switch (key) {
                case "descr" -> descr = type();
                case "fortran_order" -> isFortranOrder = bool();
                case "shape" -> shape = tuple();
                default -> throw invalid("it has an unknown key '" + key + "'");
            }
            if (!isNext('}')) {
                expect(',');
            }
        }
        expect('}');
        if (peek() != 0) {
            throw invalid("it goes on after its end");
        }
        if (keys.size() < 3) {
            throw invalid("it needs 'descr', 'fortran_order' and 'shape', but has only " + keys);
        }
    }

    /** The type as it's written. */
    private String type() throws InvalidFileException {
        if (isNext('[')) {
            throw new InvalidFileException(
                    name, "its elements are records of several fields: save each field as an array of numbers");
        }
        return string();
    }

    private String string() throws InvalidFileException {
        char quote = peek();
        if (quote != '\'' && quote != '"') {
            throw invalid("it has no string where one is needed");
        }
        int end = text.indexOf(quote, next + 1);
        if (end < 0) {
            throw invalid("it has a string that doesn't end");
        }
        String string = text.substring(next + 1, end);
        next = end + 1;
        return string;
    }

    private boolean bool() throws InvalidFileException {
        peek();
        for (boolean value : new boolean[] {true, false}) {
            String word = value ? "True" : "False";
            if (text.startsWith(word, next)) {
                next += word.length();
                return value;
            }
        }
        throw invalid("its 'fortran_order' is neither True nor False");
    }

    private long[] tuple() throws InvalidFileException {
        List<Long> numbers = new ArrayList<>();
        expect('(');
        while (!isNext(')')) {
            numbers.add(number());
            if (!isNext(')')) {
                expect(',');
            }
        }
        expect(')');
        return numbers.stream().mapToLong(Long::longValue).toArray();
    }

    private long number() throws InvalidFileException {
        int start = next;
        boolean isNegative = isNext('-');
        if (isNegative) {
            next++;
        }
        int digits = next;
        while (next < text.length() && text.charAt(next) >= '0' && text.charAt(next) <= '9') {
            next++;
        }
        int count = next - digits;
        if (count < 1 || count > LONGEST_NUMBER) {
            throw invalid("its 'shape' has something other than whole numbers at character " + start);
        }
        long number = Long.parseLong(text.substring(digits, next));
        // NumPy on Python 2 wrote long numbers with an L.
        if (isNext('L')) {
            next++;
        }
        return isNegative ? -number : number;
    }

    /** The next character that is no space, or 0 at the end. */
    private char peek() {
        while (next < text.length() && " \t\r\n".indexOf(text.charAt(next)) >= 0) {
            next++;
        }
        return next < text.length() ? text.charAt(next) : 0;
    }

    private boolean isNext(char expected) {
        return peek() == expected;
    }

    private void expect(char expected) throws InvalidFileException {
        if (!isNext(expected)) {
            throw invalid("it has no '" + expected + "' at character " + next);
        }
        next++;
    }

    private InvalidFileException invalid(String reason) {
        return new InvalidFileException(name, "its header is damaged: " + reason + ", in " + text.strip());
    }
}
