package dev.longhand.data;

/** Rows of numbers, all of one length, stored somehow. */
interface Rows {

    /** The number of rows. */
    int count();

    /** The numbers of a row. */
    int width();

    /** Writes row {@code row} to {@code target} from {@code offset} on. */
    void copy(int row, float[] target, int offset);

    /** Rows of floats in one flat array, which now belongs to them. */
    static Rows of(float[] values, int width) {
        return new Floats(values, width);
    }

    /** Rows of unsigned bytes, each read as {@code value[byte]}; the arrays now belong to them. */
    static Rows of(byte[] bytes, int width, float[] value) {
        return new Bytes(bytes, width, value);
    }

    /** Rows of width {@code classes} that are 0 but for a 1 at the row's label. */
    static Rows oneHot(int[] labels, int classes) {
        return new OneHot(labels, classes);
    }

    /** A float each. */
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

    /** A byte each: a quarter of the memory, read through a table of 256 values. */
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

    /** A label a row. */
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
