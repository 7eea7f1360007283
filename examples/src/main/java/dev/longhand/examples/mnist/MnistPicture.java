package dev.longhand.examples.mnist;

import dev.longhand.data.Dataset;
import dev.longhand.examples.report.Picture;
import dev.longhand.model.LayerInfo;
import dev.longhand.model.Model;
import dev.longhand.model.ParameterInfo;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The most confident mistakes, and the weights of the first layer as images, side by side. */
final class MnistPicture {

    private static final int SIDE = 28;
    private static final int COLUMNS = 10;
    private static final int ROWS = 8;
    private static final int ZOOM = 3;
    private static final int CELL_WIDTH = SIDE * ZOOM + 12;
    private static final int CELL_HEIGHT = SIDE * ZOOM + 30;
    private static final int TILE = SIDE * ZOOM + 6;
    private static final int HEAD = 50;
    private static final int MARGIN = 20;

    private MnistPicture() {}

    static void save(Path file, Model model, Dataset data) throws IOException {
        List<Mistakes.Mistake> mistakes = Mistakes.of(model, data);
        int left = COLUMNS * CELL_WIDTH;
        int width = MARGIN + left + 2 * MARGIN + COLUMNS * TILE + MARGIN;
        int height = HEAD + ROWS * CELL_HEIGHT + MARGIN;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, width, height);
        canvas.setColor(Color.BLACK);
        canvas.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 20));
        int shown = Math.min(mistakes.size(), ROWS * COLUMNS);
        canvas.drawString("The %s surest of %s mistakes".formatted(shown, mistakes.size()), MARGIN, 32);
        canvas.drawString("What units of the first layer look for", left + 3 * MARGIN, 32);
        canvas.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        for (int i = 0; i < shown; i++) {
            mistake(canvas, mistakes.get(i), data, MARGIN + i % COLUMNS * CELL_WIDTH, HEAD + i / COLUMNS * CELL_HEIGHT);
        }
        weights(canvas, model, left + 3 * MARGIN, HEAD, (height - HEAD - MARGIN) / TILE);
        canvas.dispose();
        Picture.save(file, image);
    }

    private static void mistake(Graphics2D canvas, Mistakes.Mistake mistake, Dataset data, int left, int top) {
        float[] x = data.input(mistake.sample());
        float[] ink = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            ink[i] = 1 - x[i];
        }
        tile(canvas, ink, ink, left, top);
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

    /** Units of the first layer with weights, as many as there's room for: red for more, blue for less. */
    private static void weights(Graphics2D canvas, Model model, int left, int top, int rows) {
        LayerInfo layer = model.info().layers().stream()
                .filter(candidate -> candidate.parameterCount() > 0)
                .findFirst()
                .orElseThrow();
        ParameterInfo weight = layer.parameters().get(0);
        int units = layer.output().size();
        float[] p = model.parameters().values();
        for (int unit = 0; unit < Math.min(units, rows * COLUMNS); unit++) {
            float[] values = new float[SIDE * SIDE];
            float largest = 1e-9f;
            for (int i = 0; i < values.length; i++) {
                values[i] = p[weight.offset() + i * units + unit];
                largest = Math.max(largest, Math.abs(values[i]));
            }
            float[] red = new float[values.length];
            float[] blue = new float[values.length];
            for (int i = 0; i < values.length; i++) {
                red[i] = 1 - Math.max(0, -values[i] / largest);
                blue[i] = 1 - Math.max(0, values[i] / largest);
            }
            tile(canvas, red, blue, left + unit % COLUMNS * TILE, top + unit / COLUMNS * TILE);
        }
    }

    /** An image of numbers from 0 to 1; its green is the darker of the two. */
    private static void tile(Graphics2D canvas, float[] red, float[] blue, int left, int top) {
        for (int i = 0; i < red.length; i++) {
            canvas.setColor(new Color(red[i], Math.min(red[i], blue[i]), blue[i]));
            canvas.fillRect(left + i % SIDE * ZOOM, top + i / SIDE * ZOOM, ZOOM, ZOOM);
        }
        canvas.setColor(new Color(0xDDDDDD));
        canvas.drawRect(left - 1, top - 1, SIDE * ZOOM + 1, SIDE * ZOOM + 1);
    }
}
