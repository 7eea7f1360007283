package dev.longhand.examples.mnist;

import dev.longhand.Shape;
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
    private static final int HEAD = 50;
    private static final int MARGIN = 20;

    private MnistPicture() {}

    static void save(Path file, Model model, Dataset data) throws IOException {
        List<Mistakes.Mistake> mistakes = Mistakes.of(model, data);
        int left = COLUMNS * CELL_WIDTH;
        Optional<Weights> weights = Weights.of(model);
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
        for (int i = 0; i < shown; i++) {
            mistake(canvas, mistakes.get(i), data, MARGIN + i % COLUMNS * CELL_WIDTH, HEAD + i / COLUMNS * CELL_HEIGHT);
        }
        weights.ifPresent(of -> weights(canvas, of, left + 3 * MARGIN, (height - HEAD - MARGIN) / TILE));
        canvas.dispose();
        Picture.save(file, image);
    }

    private static void mistake(Graphics2D canvas, Mistakes.Mistake mistake, Dataset data, int left, int top) {
        float[] x = data.input(mistake.sample());
        float[] ink = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            ink[i] = 1 - x[i];
        }
        tile(canvas, ink, ink, SIDE, left, top);
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

    /**
     * The weights of a layer that looks at images.
     *
     * @param title what they are
     * @param height the rows of each image
     * @param width the columns of each image
     * @param images how many there are
     * @param p the first number of each, then the second of each, and so on, starting at {@code offset}
     */
    private record Weights(String title, int height, int width, int images, float[] p, int offset) {

        static Optional<Weights> of(Model model) {
            LayerInfo layer = model.info().layers().stream()
                    .filter(candidate -> candidate.parameterCount() > 0)
                    .findFirst()
                    .orElseThrow();
            ParameterInfo weight = layer.parameters().get(0);
            Shape shape = weight.shape();
            float[] p = model.parameters().values();
            if (layer.kind().equals("Conv2d")) {
                int kernels = shape.dimension(2) * shape.dimension(3);
                return Optional.of(new Weights(
                        "The kernels of the first layer",
                        shape.dimension(0),
                        shape.dimension(1),
                        kernels,
                        p,
                        weight.offset()));
            }
            return layer.kind().equals("Dense") && shape.dimension(0) == SIDE * SIDE
                    ? Optional.of(new Weights(
                            "What units of the first layer look for",
                            SIDE,
                            SIDE,
                            shape.dimension(1),
                            p,
                            weight.offset()))
                    : Optional.empty();
        }

        float[] image(int index) {
            float[] values = new float[height * width];
            for (int i = 0; i < values.length; i++) {
                values[i] = p[offset + i * images + index];
            }
            return values;
        }
    }

    /** Images of weights, as far as they fit: red for positive, blue for negative. */
    private static void weights(Graphics2D canvas, Weights weights, int left, int rows) {
        canvas.setColor(Color.BLACK);
        canvas.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 20));
        canvas.drawString(weights.title(), left, 32);
        for (int index = 0; index < Math.min(weights.images(), rows * COLUMNS); index++) {
            float[] values = weights.image(index);
            float largest = 1e-9f;
            for (float value : values) {
                largest = Math.max(largest, Math.abs(value));
            }
            float[] red = new float[values.length];
            float[] blue = new float[values.length];
            for (int i = 0; i < values.length; i++) {
                red[i] = 1 - Math.max(0, -values[i] / largest);
                blue[i] = 1 - Math.max(0, values[i] / largest);
            }
            int x = left + index % COLUMNS * TILE;
            tile(canvas, red, blue, weights.width(), x, HEAD + index / COLUMNS * TILE);
        }
    }

    /** An image of numbers from 0 to 1, enlarged to the same size whatever it has; its green is the darker of the two. */
    private static void tile(Graphics2D canvas, float[] red, float[] blue, int width, int left, int top) {
        int zoom = SIDE * ZOOM / Math.max(width, red.length / width);
        for (int i = 0; i < red.length; i++) {
            canvas.setColor(new Color(red[i], Math.min(red[i], blue[i]), blue[i]));
            canvas.fillRect(left + i % width * zoom, top + i / width * zoom, zoom, zoom);
        }
        canvas.setColor(new Color(0xDDDDDD));
        canvas.drawRect(left - 1, top - 1, width * zoom + 1, red.length / width * zoom + 1);
    }
}
