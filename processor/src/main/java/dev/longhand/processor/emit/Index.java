package dev.longhand.processor.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** How elements of arrays are written. */
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

    /** Element {@code i} of a parameter: {@code p[HIDDEN_W + 3]}. */
    public static String parameter(String array, String constant, int i) {
        return array + "[" + plus(constant, i) + "]";
    }

    /** Weight from input i to unit j: {@code p[HIDDEN_W + 100 * i + j]}. */
    public static String weight(String array, String constant, int units) {
        return array + "[" + constant + " + " + (units == 1 ? "i" : units + " * i") + " + j]";
    }

    /** A sum of variables, each times a number; those times 0 are left out: {@code 784 * s + 28 * row + column}. */
    public static String sum(Object... numbersAndVariables) {
        List<String> terms = new ArrayList<>();
        for (int i = 0; i < numbersAndVariables.length; i += 2) {
            int number = (Integer) numbersAndVariables[i];
            String variable = (String) numbersAndVariables[i + 1];
            if (number != 0 && !variable.equals("0")) {
                terms.add(number == 1 ? variable : number + " * " + variable);
            }
        }
        return terms.isEmpty() ? "0" : Body.join("+", terms);
    }

    /** How many numbers n samples have: {@code 100 * n}. */
    public static String count(int size) {
        return size == 1 ? "n" : size + " * n";
    }

    /** {@code 100 * s}. */
    public static String times(int size, String variable) {
        return size == 1 ? variable : size + " * " + variable;
    }

    /** One text for each of 0 to {@code count} − 1. */
    public static List<String> each(int count, IntFunction<String> text) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(text.apply(i));
        }
        return texts;
    }

    private static String plus(String start, int i) {
        return i == 0 ? start : start + " + " + i;
    }
}
