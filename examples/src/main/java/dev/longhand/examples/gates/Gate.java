package dev.longhand.examples.gates;

import dev.longhand.data.Dataset;

/** A truth table of two inputs, its rows in the order 0 0, 0 1, 1 0, 1 1. */
public enum Gate {
    /** 1 if both are 1. */
    AND("0001"),
    /** 0 if both are 1. */
    NAND("1110"),
    /** 1 if one is 1, or both. */
    OR("0111"),
    /** 1 if one is 1, not both. */
    XOR("0110");

    /** The number of rows. */
    public static final int ROWS = 4;

    private final String outputs;

    Gate(String outputs) {
        this.outputs = outputs;
    }

    /** The inputs of one row. */
    public static float[] inputs(int row) {
        return new float[] {row >> 1, row & 1};
    }

    /** The expected output of one row. */
    public int output(int row) {
        return outputs.charAt(row) - '0';
    }

    /** The rows as samples with numbers as targets. */
    public Dataset samples() {
        float[][] x = new float[ROWS][];
        int[] labels = new int[ROWS];
        for (int row = 0; row < ROWS; row++) {
            x[row] = inputs(row);
            labels[row] = output(row);
        }
        return Dataset.ofBinaryLabels(x, labels);
    }
}
