package dev.longhand;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The value of one setting of a layer, as {@link Settings} keep it. */
public sealed interface Setting {

    /** The activation of layers without one. */
    Function IDENTITY = new Function(Activation.IDENTITY, 1);

    /**
     * Whole numbers, such as the rows and columns of a kernel.
     *
     * @param values at least one
     */
    record Integers(List<Integer> values) implements Setting {

        /**
         * Checks the numbers.
         *
         * @throws IllegalArgumentException if there is none
         */
        public Integers {
            values = List.copyOf(values);
            if (values.isEmpty()) {
                throw new IllegalArgumentException("a setting of whole numbers has at least 1 number");
            }
        }

        /** {@code 3}, or {@code 3, 5}. */
        @Override
        public String toString() {
            return values.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
    }

    /**
     * A number, such as a rate.
     *
     * @param value the number
     */
    record Number(float value) implements Setting {

        /** The shortest decimal number that is read as this one: {@code 0.00001}. */
        @Override
        public String toString() {
            return decimal(value);
        }
    }

    /**
     * A choice between yes and no.
     *
     * @param value the choice
     */
    record Flag(boolean value) implements Setting {

        @Override
        public String toString() {
            return String.valueOf(value);
        }
    }

    /**
     * A word, such as the name of an enum's constant.
     *
     * @param value the word
     */
    record Text(String value) implements Setting {

        @Override
        public String toString() {
            return value;
        }
    }

    /**
     * An activation function.
     *
     * @param activation the function
     * @param slope its slope s, 1 for a function without one
     */
    record Function(Activation activation, float slope) implements Setting {

        /** {@code RELU}, or {@code LEAKY_RELU, slope 0.2} if the slope isn't the default. */
        @Override
        public String toString() {
            return slope == activation.defaultSlope() ? activation.name() : activation + ", slope " + decimal(slope);
        }
    }

    /**
     * Whole numbers. Where they repeat, they are kept once, as the annotations allow them to be written: {@code 3} for
     * the 3 rows and 3 columns of a kernel.
     *
     * @param values at least one
     */
    static Integers integers(int... values) {
        List<Integer> all = Arrays.stream(values).boxed().toList();
        int period = 1;
        while (period < values.length && !repeats(all, period)) {
            period++;
        }
        return new Integers(all.subList(0, Math.min(period, values.length)));
    }

    /** The shortest decimal number that is read as this one, which {@link Float#toString} isn't in each version of Java. */
    private static String decimal(float value) {
        if (!Float.isFinite(value)) {
            return String.valueOf(value);
        }
        BigDecimal exact = new BigDecimal(value);
        int digits = 1;
        while (Float.parseFloat(exact.round(new MathContext(digits)).toString()) != value) {
            digits++;
        }
        return exact.round(new MathContext(digits)).toPlainString();
    }

    private static boolean repeats(List<Integer> values, int period) {
        if (values.size() % period != 0) {
            return false;
        }
        for (int i = period; i < values.size(); i++) {
            if (!values.get(i).equals(values.get(i - period))) {
                return false;
            }
        }
        return true;
    }
}
