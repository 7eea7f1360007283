package dev.longhand.data;

import java.util.List;

/** Rows of numbers, all of the same length. */
interface Rows {

    /** The number of rows. */
    int count();

    /** The length of a row. */
    int width();

    /** The name of a number of a row in messages. */
    default String name(int column) {
        return "input " + column;
    }

    /** Writes row {@code row} to {@code target}, starting at {@code offset}. */
    void copy(int row, float[] target, int offset);

    /**
     * The numbers of {@code count} rows in one flat array.
     *
     * @param what the name of the rows in messages
     */
    static int size(String what, int count, int width) {
        long size = (long) count * width;
        if (size > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("the " + what + " of " + count + " samples, " + width
                    + " numbers each, are "
                    + size + " numbers, more than an array can hold: use at most " + (Integer.MAX_VALUE - 8) / width
                    + " samples at a time");
        }
        return (int) size;
    }

    /** Rows of floats in one flat array, which now belongs to them. */
    static Rows of(float[] values, int width) {
        return new Floats(values, width);
    }

    /**
     * Rows of floats, copied.
     *
     * @param what the name of a row in messages
     */
    static Rows copyOf(String what, float[][] x) {
        if (x.length == 0) {
            throw new IllegalArgumentException("a data set needs at least 1 sample, but no " + what + " was given");
        }
        int width = x[0].length;
        if (width == 0) {
            throw new IllegalArgumentException("the first " + what + " is empty: it needs at least 1 number");
        }
        float[] values = new float[size(what + "s", x.length, width)];
        for (int i = 0; i < x.length; i++) {
            if (x[i].length != width) {
                throw new IllegalArgumentException(what + " " + i + " has " + x[i].length + " numbers, but " + what
                        + " 0 has " + width + ": all must have the same number");
            }
            System.arraycopy(x[i], 0, values, i * width, width);
        }
        return of(values, width);
    }

    /**
     * Rows of floats from a flat array, which is copied.
     *
     * @param what the name of the rows in messages
     */
    static Rows copyOf(String what, float[] values, int width) {
        if (values.length % width != 0) {
            throw new IllegalArgumentException(
                    values.length + " numbers of " + what + " can't be split into samples of " + width + " numbers");
        }
        return of(values.clone(), width);
    }

    /** Rows of unsigned bytes, each read as {@code value[byte]}; the arrays now belong to them. */
    static Rows of(byte[] bytes, int width, float[] value) {
        return new Bytes(bytes, width, value);
    }

    /** One-hot rows of width {@code classes}: 1 at the row's label, 0 elsewhere. */
    static Rows oneHot(int[] labels, int classes) {
        return new OneHot(labels, classes);
    }

    /** Stored as floats. */
    record Floats(float[] values, int width) implements Rows {

        @Override
        public int count() {
            return values.length / width;
        }

        @Override
        public void copy(int row, float[] target, int offset) {
            System.arraycopy(values, row * width, target, offset, width);
        }
    }

    /** Stored as bytes, which take a quarter of the memory, and read through a table of 256 values. */
    record Bytes(byte[] bytes, int width, float[] value) implements Rows {

        @Override
        public int count() {
            return bytes.length / width;
        }

        @Override
        public void copy(int row, float[] target, int offset) {
            int first = row * width;
            for (int i = 0; i < width; i++) {
                target[offset + i] = value[bytes[first + i] & 0xFF];
            }
        }
    }

    /** Rows of the same number side by side. */
    record Joined(List<Rows> parts) implements Rows {

        public Joined {
            parts = List.copyOf(parts);
        }

        @Override
        public int count() {
            return parts.get(0).count();
        }

        @Override
        public int width() {
            int width = 0;
            for (int i = 0; i < parts.size(); i++) {
                width += parts.get(i).width();
            }
            return width;
        }

        @Override
        public void copy(int row, float[] target, int offset) {
            int at = offset;
            for (int i = 0; i < parts.size(); i++) {
                parts.get(i).copy(row, target, at);
                at += parts.get(i).width();
            }
        }
    }

    /** Stored as the label of each row. */
    record OneHot(int[] labels, int width) implements Rows {

        @Override
        public int count() {
            return labels.length;
        }

        @Override
        public void copy(int row, float[] target, int offset) {
            for (int i = 0; i < width; i++) {
                target[offset + i] = 0;
            }
            target[offset + labels[row]] = 1;
        }
    }
}
