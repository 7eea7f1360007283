package dev.longhand.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A column of finite numbers, some of which may be missing. */
public final class NumericColumn extends Column {

    /** [rows], NaN where the number is missing. */
    private final double[] values;

    NumericColumn(String name, double[] values) {
        super(name);
        this.values = values;
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public boolean isMissing(int row) {
        return Double.isNaN(values[row]);
    }

    /** The number of a row, counted from 0; NaN if it's missing. */
    public double value(int row) {
        return values[row];
    }

    /** The numbers that aren't missing, in the order of the rows. */
    double[] present() {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    }

    @Override
    String summary() {
        double[] present = present();
        return present.length == 0 ? "no values" : Range.of(present).toString();
    }

    @Override
    public List<String> categories() {
        List<String> categories = new ArrayList<>();
        for (double value : Arrays.stream(present())
                .map(NumericColumn::withoutSignOfZero)
                .sorted()
                .distinct()
                .toArray()) {
            categories.add(NumberText.of(value));
        }
        return categories;
    }

    private static double withoutSignOfZero(double value) {
        return value == 0 ? 0 : value;
    }

    @Override
    Cell cell(int row) {
        return isMissing(row) ? Cell.MISSING : Cell.of(values[row]);
    }

    @Override
    NumericColumn subset(int... rows) {
        double[] chosen = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            chosen[i] = values[rows[i]];
        }
        return new NumericColumn(name(), chosen);
    }
}
