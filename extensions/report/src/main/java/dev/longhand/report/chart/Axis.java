package dev.longhand.report.chart;

import dev.longhand.report.html.Numbers;
import java.util.ArrayList;
import java.util.List;

/**
 * An axis: which values it shows, and at which there is a mark.
 *
 * @param from the smallest value
 * @param to the largest value
 * @param isLogarithmic whether equal distances are equal ratios
 * @param marks the values that are marked
 */
record Axis(double from, double to, boolean isLogarithmic, List<Double> marks) {

    /** An axis for these values, with about so many marks, at multiples of 1, 2 or 5 times a power of ten. */
    static Axis linear(double least, double greatest, int count) {
        double low = least;
        double high = greatest;
        if (!(high > low)) {
            double margin = low == 0 ? 1 : Math.abs(low) / 2;
            low -= margin;
            high += margin;
        }
        double step = step((high - low) / count);
        List<Double> marks = new ArrayList<>();
        long first = (long) Math.floor(low / step + 1e-9);
        long last = (long) Math.ceil(high / step - 1e-9);
        for (long i = first; i <= last; i++) {
            marks.add(i * step);
        }
        return new Axis(first * step, last * step, false, marks);
    }

    /** A horizontal axis of whole numbers that begins and ends with the data. */
    static Axis whole(double first, double last, int count) {
        if (!(last > first)) {
            return new Axis(first - 1, first + 1, false, List.of(first));
        }
        double step = Math.max(1, step((last - first) / count));
        List<Double> marks = new ArrayList<>();
        for (double mark = Math.ceil(first / step) * step; mark <= last; mark += step) {
            marks.add(mark);
        }
        return new Axis(first, last, false, marks);
    }

    /** An axis of positive values with marks at powers of ten. */
    static Axis logarithmic(double least, double greatest) {
        int low = (int) Math.floor(Math.log10(least) + 1e-9);
        int high = Math.max(low + 1, (int) Math.ceil(Math.log10(greatest) - 1e-9));
        int every = (high - low) / 6 + 1;
        List<Double> marks = new ArrayList<>();
        for (int power = low; power <= high; power += every) {
            marks.add(Math.pow(10, power));
        }
        return new Axis(Math.pow(10, low), Math.pow(10, high), true, marks);
    }

    private static double step(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double digit = rough / power;
        return (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10) * power;
    }

    /** Where a value is, from 0 to 1. */
    double position(double value) {
        return isLogarithmic
                ? (Math.log10(value) - Math.log10(from)) / (Math.log10(to) - Math.log10(from))
                : (value - from) / (to - from);
    }

    /** A mark's value in words. */
    static String words(double mark) {
        return Numbers.significant(mark, 4).replace('-', '−');
    }
}
