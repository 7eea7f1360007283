package dev.longhand.examples.xor;

import dev.longhand.examples.gates.Gate;
import dev.longhand.examples.report.Picture;
import dev.longhand.model.Model;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The output of networks over the square [−0.5, 1.5]²: blue for 0, orange for 1, white between. */
final class XorPicture {

    private static final int SIDE = 480;
    private static final int MARGIN = 30;
    private static final int HEAD = 60;
    private static final int DOT = 26;
    private static final double FROM = -0.5;
    private static final double TO = 1.5;

    private XorPicture() {}

    static void save(Path file, List<Model> models) throws IOException {
        int width = models.size() * (SIDE + MARGIN) + MARGIN;
        BufferedImage image = new BufferedImage(width, HEAD + SIDE + MARGIN, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, image.getWidth(), image.getHeight());
        canvas.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 20));
        for (int i = 0; i < models.size(); i++) {
            panel(canvas, image, models.get(i), MARGIN + i * (SIDE + MARGIN));
        }
        canvas.dispose();
        Picture.save(file, image);
    }

    private static void panel(Graphics2D canvas, BufferedImage image, Model model, int left) {
        float[] x = new float[SIDE * SIDE * 2];
        for (int i = 0; i < SIDE * SIDE; i++) {
            x[2 * i] = (float) coordinate(i % SIDE);
            x[2 * i + 1] = (float) coordinate(SIDE - 1 - i / SIDE);
        }
        float[] outputs = model.predict(x);
        for (int i = 0; i < SIDE * SIDE; i++) {
            image.setRGB(left + i % SIDE, HEAD + i / SIDE, color(outputs[i]).getRGB());
        }
        canvas.setColor(Color.BLACK);
        canvas.drawString(model.info().name(), left, 38);
        canvas.setStroke(new BasicStroke(2));
        for (int row = 0; row < Gate.ROWS; row++) {
            float[] corner = Gate.inputs(row);
            int centerX = left + (int) Math.round((corner[0] - FROM) / (TO - FROM) * SIDE);
            int centerY = HEAD + (int) Math.round((TO - corner[1]) / (TO - FROM) * SIDE);
            canvas.setColor(color(Gate.XOR.output(row)));
            canvas.fillOval(centerX - DOT / 2, centerY - DOT / 2, DOT, DOT);
            canvas.setColor(Color.BLACK);
            canvas.drawOval(centerX - DOT / 2, centerY - DOT / 2, DOT, DOT);
            String output = Integer.toString(Gate.XOR.output(row));
            canvas.drawString(output, centerX - canvas.getFontMetrics().stringWidth(output) / 2, centerY + 7);
        }
    }

    private static double coordinate(int pixel) {
        return FROM + (TO - FROM) * (pixel + 0.5) / SIDE;
    }

    private static Color color(double output) {
        Color end = output > 0.5 ? Picture.COLORS.get(4) : Picture.COLORS.get(5);
        double share = Math.min(1, 2 * Math.abs(output - 0.5));
        return new Color(mix(end.getRed(), share), mix(end.getGreen(), share), mix(end.getBlue(), share));
    }

    private static int mix(int end, double share) {
        return (int) Math.round(255 + share * (end - 255));
    }
}
