package dev.longhand.examples.xor;

import dev.longhand.examples.gates.Gate;
import dev.longhand.model.Model;
import dev.longhand.model.ModelInfo;
import dev.longhand.report.picture.Picture;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The output of networks over the square [−0.5, 1.5]², a panel for each: blue for 0, orange for 1, white between, as the
 * key beside them says. The circles are XOR's four inputs, with their targets.
 */
final class XorPicture {

    private static final int SIDE = 480;
    private static final int LEFT = 90;
    private static final int GAP = 30;
    private static final int HEAD = 110;
    private static final int FOOT = 70;
    private static final int KEY_WIDTH = 24;
    private static final int KEY_LABELS = 110;
    private static final int TICK = 6;
    private static final int DOT = 26;
    private static final double FROM = -0.5;
    private static final double TO = 1.5;
    private static final List<String> TICKS = List.of("-0.5", "0", "0.5", "1", "1.5");
    private static final List<String> LEVELS = List.of("0", "0.25", "0.5", "0.75", "1");
    private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 20);
    private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 16);

    private final BufferedImage image;
    private final Graphics2D canvas;

    private XorPicture(int panels) {
        int width = panels * (LEFT + SIDE) + GAP + KEY_WIDTH + KEY_LABELS;
        image = new BufferedImage(width, HEAD + SIDE + FOOT, BufferedImage.TYPE_INT_RGB);
        canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, image.getWidth(), image.getHeight());
        canvas.setColor(Color.BLACK);
        canvas.setStroke(new BasicStroke(2));
    }

    static void save(Path file, List<Model> models) throws IOException {
        XorPicture picture = new XorPicture(models.size());
        for (int i = 0; i < models.size(); i++) {
            picture.panel(models.get(i), LEFT + i * (SIDE + LEFT));
        }
        picture.key(models.size() * (LEFT + SIDE) + GAP);
        picture.canvas.setFont(TEXT);
        picture.canvas.drawString(
                "The output after training, for every x1 and x2. In circles: the inputs of XOR, with their targets.",
                LEFT,
                32);
        picture.canvas.dispose();
        Picture.save(file, picture.image);
    }

    private void panel(Model model, int left) {
        float[] x = new float[SIDE * SIDE * 2];
        for (int i = 0; i < SIDE * SIDE; i++) {
            x[2 * i] = (float) coordinate(i % SIDE);
            x[2 * i + 1] = (float) coordinate(SIDE - 1 - i / SIDE);
        }
        float[] outputs = model.predict(x);
        for (int i = 0; i < SIDE * SIDE; i++) {
            image.setRGB(left + i % SIDE, HEAD + i / SIDE, color(outputs[i]).getRGB());
        }
        canvas.setFont(TITLE);
        canvas.drawString(describe(model.info()), left, HEAD - 38);
        canvas.setFont(TEXT);
        canvas.drawString(lossName(model.info()), left, HEAD - 14);
        axes(left);
        canvas.setFont(TITLE);
        for (int row = 0; row < Gate.ROWS; row++) {
            float[] corner = Gate.inputs(row);
            int centerX = left + pixel(corner[0]);
            int centerY = HEAD + SIDE - pixel(corner[1]);
            canvas.setColor(color(Gate.XOR.output(row)));
            canvas.fillOval(centerX - DOT / 2, centerY - DOT / 2, DOT, DOT);
            canvas.setColor(Color.BLACK);
            canvas.drawOval(centerX - DOT / 2, centerY - DOT / 2, DOT, DOT);
            centered(Integer.toString(Gate.XOR.output(row)), centerX, centerY + 7);
        }
    }

    /** As in {@code DeepXor, 2-10-10-10-1}: the name and the sizes of the layers, the input first. */
    private static String describe(ModelInfo info) {
        return info.layers().stream()
                .map(layer -> Integer.toString(layer.output().size()))
                .collect(Collectors.joining(
                        "-", info.name() + ", " + info.input().size() + "-", ""));
    }

    private static String lossName(ModelInfo info) {
        return info.loss().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private void axes(int left) {
        int bottom = HEAD + SIDE;
        for (String tick : TICKS) {
            int at = pixel(Double.parseDouble(tick));
            canvas.drawLine(left + at, bottom, left + at, bottom + TICK);
            centered(tick, left + at, bottom + 26);
            canvas.drawLine(left - TICK, bottom - at, left, bottom - at);
            canvas.drawString(tick, left - TICK - 4 - width(tick), bottom - at + 6);
        }
        centered("x1", left + SIDE / 2, bottom + 52);
        canvas.drawString("x2", left - LEFT + 10, HEAD + SIDE / 2 + 6);
    }

    /** The colours of the outputs from 0, at the bottom, to 1. */
    private void key(int left) {
        for (int y = 0; y < SIDE; y++) {
            canvas.setColor(color(1 - (y + 0.5) / SIDE));
            canvas.fillRect(left, HEAD + y, KEY_WIDTH, 1);
        }
        canvas.setColor(Color.BLACK);
        canvas.setFont(TEXT);
        canvas.drawString("output", left, HEAD - 14);
        for (String level : LEVELS) {
            int y = HEAD + (int) Math.round((1 - Double.parseDouble(level)) * SIDE);
            canvas.drawLine(left + KEY_WIDTH, y, left + KEY_WIDTH + TICK, y);
            canvas.drawString(level, left + KEY_WIDTH + TICK + 4, y + 6);
        }
    }

    private void centered(String text, int x, int y) {
        canvas.drawString(text, x - width(text) / 2, y);
    }

    private int width(String text) {
        return canvas.getFontMetrics().stringWidth(text);
    }

    /** How far a coordinate is from the left, or from the bottom. */
    private static int pixel(double coordinate) {
        return (int) Math.round((coordinate - FROM) / (TO - FROM) * SIDE);
    }

    private static double coordinate(int pixel) {
        return FROM + (TO - FROM) * (pixel + 0.5) / SIDE;
    }

    static Color color(double output) {
        Color end = output > 0.5 ? Picture.COLORS.get(4) : Picture.COLORS.get(5);
        double share = Math.min(1, 2 * Math.abs(output - 0.5));
        return new Color(mix(end.getRed(), share), mix(end.getGreen(), share), mix(end.getBlue(), share));
    }

    private static int mix(int end, double share) {
        return (int) Math.round(255 + share * (end - 255));
    }
}
