package dev.longhand.examples.mnist;

import dev.longhand.Shape;
import dev.longhand.data.Dataset;
import dev.longhand.model.Model;
import dev.longhand.report.picture.Mistakes;
import dev.longhand.report.picture.Picture;
import dev.longhand.report.picture.WeightImages;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The most confident mistakes, and beside them the weights of the first layer as images: of a dense layer what each
 * unit looks for in the whole image, of a convolution its kernels. Weights of other layers aren't drawn.
 */
final class MnistPicture {

    private static final int SIDE = 28;
    private static final int COLUMNS = 10;
    private static final int ROWS = 8;
    private static final int ZOOM = 3;
    private static final int CELL_WIDTH = SIDE * ZOOM + 12;
    private static final int CELL_HEIGHT = SIDE * ZOOM + 30;
    private static final int TILE = SIDE * ZOOM + 6;
    private static final int HEAD = 72;
    private static final int NOTE = 56;
    private static final int MARGIN = 20;

    /** Half of the key's width. */
    private static final int KEY = 50;

    private MnistPicture() {}

    static void save(Path file, Model model, Dataset data) throws IOException {
        List<Mistakes.Mistake> mistakes = Mistakes.of(model, data);
        int left = COLUMNS * CELL_WIDTH;
        Optional<WeightImages> weights = WeightImages.of(model, Shape.of(SIDE, SIDE));
        int width = MARGIN + left + (weights.isPresent() ? 2 * MARGIN + COLUMNS * TILE : 0) + MARGIN;
        int height = HEAD + ROWS * CELL_HEIGHT + MARGIN;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, width, height);
        canvas.setColor(Color.BLACK);
        canvas.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 20));
        int shown = Math.min(mistakes.size(), ROWS * COLUMNS);
        canvas.drawString("The %s most confident of %s mistakes".formatted(shown, mistakes.size()), MARGIN, 32);
        canvas.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        canvas.drawString(
                "4 as 9, 97 %: a 4 that the network takes for a 9, to which it gives a probability of 97 %",
                MARGIN, NOTE);
        for (int i = 0; i < shown; i++) {
            mistake(canvas, mistakes.get(i), data, MARGIN + i % COLUMNS * CELL_WIDTH, HEAD + i / COLUMNS * CELL_HEIGHT);
        }
        weights.ifPresent(of -> weights(canvas, of, left + 3 * MARGIN, (height - HEAD - MARGIN) / TILE));
        canvas.dispose();
        Picture.save(file, image);
    }

    private static void mistake(Graphics2D canvas, Mistakes.Mistake mistake, Dataset data, int left, int top) {
        float[] x = data.input(mistake.sample());
        Color[] ink = new Color[x.length];
        for (int i = 0; i < x.length; i++) {
            ink[i] = new Color(1 - x[i], 1 - x[i], 1 - x[i]);
        }
        tile(canvas, ink, SIDE, left, top);
        canvas.setColor(Color.BLACK);
        canvas.drawString(
                String.format(
                        Locale.ROOT,
                        "%d as %d, %.0f %%",
                        mistake.actual(),
                        mistake.predicted(),
                        100 * mistake.confidence()),
                left + 6,
                top + SIDE * ZOOM + 16);
    }

    /** Images of weights, as far as they fit: red for positive, blue for negative, as the key above them says. */
    private static void weights(Graphics2D canvas, WeightImages weights, int left, int rows) {
        canvas.setColor(Color.BLACK);
        canvas.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 20));
        canvas.drawString(weights.title(), left, 32);
        key(canvas, left);
        for (int index = 0; index < Math.min(weights.images(), rows * COLUMNS); index++) {
            float[] values = weights.image(index);
            float largest = 1e-9f;
            for (float value : values) {
                largest = Math.max(largest, Math.abs(value));
            }
            Color[] colors = new Color[values.length];
            for (int i = 0; i < values.length; i++) {
                colors[i] = color(values[i] / largest);
            }
            int x = left + index % COLUMNS * TILE;
            tile(canvas, colors, weights.width(), x, HEAD + index / COLUMNS * TILE);
        }
    }

    /** The colours of weights, from the most negative to the most positive. */
    private static void key(Graphics2D canvas, int left) {
        canvas.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        String before = "negative weights";
        canvas.drawString(before, left, NOTE);
        int from = left + canvas.getFontMetrics().stringWidth(before) + 8;
        for (int i = 0; i <= 2 * KEY; i++) {
            float weight = (float) (i - KEY) / KEY;
            canvas.setColor(color(weight));
            canvas.fillRect(from + i, NOTE - 12, 1, 14);
        }
        canvas.setColor(new Color(0xDDDDDD));
        canvas.drawRect(from - 1, NOTE - 13, 2 * KEY + 2, 15);
        canvas.setColor(Color.BLACK);
        canvas.drawString("positive weights; white is 0, and each image has its own scale", from + 2 * KEY + 9, NOTE);
    }

    /** Blue for a weight of −1, white for 0, red for 1. */
    private static Color color(float weight) {
        float other = 1 - Math.abs(weight);
        return weight < 0 ? new Color(other, other, 1) : new Color(1, other, other);
    }

    /** An image, enlarged to the same size whatever its own. */
    private static void tile(Graphics2D canvas, Color[] colors, int width, int left, int top) {
        int zoom = SIDE * ZOOM / Math.max(width, colors.length / width);
        for (int i = 0; i < colors.length; i++) {
            canvas.setColor(colors[i]);
            canvas.fillRect(left + i % width * zoom, top + i / width * zoom, zoom, zoom);
        }
        canvas.setColor(new Color(0xDDDDDD));
        canvas.drawRect(left - 1, top - 1, width * zoom + 1, colors.length / width * zoom + 1);
    }
}
