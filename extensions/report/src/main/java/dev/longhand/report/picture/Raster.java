package dev.longhand.report.picture;

/**
 * The numbers of an image, [height][width][channels], few enough for a page.
 *
 * @param values the numbers
 * @param width the columns
 * @param channels the numbers of a pixel
 */
public record Raster(float[] values, int width, int channels) {

    /**
     * The pixels of an image or, if there are more than {@code most}, every second, third … of each row and column.
     *
     * @param x the numbers, [height][width][channels]
     */
    public static Raster of(float[] x, int height, int width, int channels, int most) {
        int every = 1;
        while ((long) ((height - 1) / every + 1) * ((width - 1) / every + 1) > most) {
            every++;
        }
        int rows = (height - 1) / every + 1;
        int columns = (width - 1) / every + 1;
        float[] values = new float[rows * columns * channels];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                System.arraycopy(
                        x,
                        (row * every * width + column * every) * channels,
                        values,
                        (row * columns + column) * channels,
                        channels);
            }
        }
        return new Raster(values, columns, channels);
    }

    /** The image of 1 or 3 channels, from its least number, black, to its greatest, white. */
    public Pixels stretched() {
        float[] shown = Pixels.stretched(values);
        return channels == 3 ? Pixels.rgb(shown, width) : Pixels.gray(shown, width);
    }

    /** The image of 1 channel, by the sign of its numbers: blue, white for 0, and red. */
    public Pixels signed() {
        return Pixels.signed(Pixels.scaled(values), width);
    }
}
