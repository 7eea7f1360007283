package dev.longhand.data;

/**
 * Some rows of others, without a copy.
 *
 * @param all the rows to choose from
 * @param chosen the numbers of the rows, in order
 */
record ChosenRows(Rows all, int[] chosen) implements Rows {

    @Override
    public int count() {
        return chosen.length;
    }

    @Override
    public int width() {
        return all.width();
    }

    @Override
    public String name(int column) {
        return all.name(column);
    }

    @Override
    public void copy(int row, float[] target, int offset) {
        all.copy(chosen[row], target, offset);
    }
}
