package dev.longhand.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.longhand.processor.formula.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Indices and elements of arrays as Java expressions. */
public final class Index {

    private Index() {}

    /** Element {@code i} of sample s: {@code x[2 * s + 1]}. */
    public static String of(String array, int size, int i) {
        return array + "[" + plus(size == 1 ? "s" : size + " * s", i) + "]";
    }

    /** Element {@code variable} of sample s: {@code x[784 * s + i]}. */
    public static String of(String array, int size, String variable) {
        return array + "[" + (size == 1 ? "s" : size + " * s") + " + " + variable + "]";
    }

    /** Element {@code i} of a parameter: {@code p[P_HIDDEN_W + 3]}. */
    public static String parameter(String array, String constant, int i) {
        return array + "[" + plus(constant, i) + "]";
    }

    /** Weight from input i to unit j: {@code p[P_HIDDEN_W + 100 * i + j]}. */
    public static String weight(String array, String constant, int units) {
        return array + "[" + constant + " + " + (units == 1 ? "i" : units + " * i") + " + j]";
    }

    /** A variable times a number. */
    public record Term(int factor, String variable) {

        /** The variable itself. */
        public static Term of(String variable) {
            return new Term(1, variable);
        }

        /** The variable times a number where a condition holds, otherwise 0. */
        public static Term where(boolean condition, int factor, String variable) {
            return new Term(condition ? factor : 0, variable);
        }
    }

    /** A sum of terms, those times 0 left out: {@code 784 * s + 28 * row + column}. */
    public static CodeBlock sum(Term... terms) {
        return sum(List.of(terms));
    }

    /** The same of a list. */
    public static CodeBlock sum(List<Term> terms) {
        List<String> texts = terms.stream()
                .filter(term -> term.factor() != 0)
                .map(term -> times(term.factor(), term.variable()))
                .toList();
        return texts.isEmpty() ? Code.of("0") : Code.join("+", texts);
    }

    /** The number of elements of n samples: {@code 100 * n}. */
    public static String count(int size) {
        return size == 1 ? "n" : size + " * n";
    }

    /** {@code 100 * s}. */
    public static String times(int size, String variable) {
        return size == 1 ? variable : size + " * " + variable;
    }

    /** One text for each of 0 to {@code count} − 1. */
    public static <T> List<T> each(int count, IntFunction<T> text) {
        List<T> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(text.apply(i));
        }
        return texts;
    }

    private static String plus(String start, int i) {
        return i == 0 ? start : start + " + " + i;
    }
}
