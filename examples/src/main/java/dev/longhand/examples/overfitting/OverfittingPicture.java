package dev.longhand.examples.overfitting;

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

/** The accuracies as a table with a scale: a circle for the training digits, one for the others, and a line between. */
final class OverfittingPicture {

    private static final int SCALE = 2;
    private static final int LABEL = 420;
    private static final int AXIS = 520;
    private static final int ROW = 34;
    private static final int HEAD = 92;
    private static final int MARGIN = 24;
    private static final int RADIUS = 6;
    private static final Color TRAIN = Picture.COLORS.get(4);
    private static final Color TEST = Picture.COLORS.get(0);
    private static final Color GRID = new Color(0xDDDDDD);

    private OverfittingPicture() {}

    static void save(Path file, List<Result> results, String kind, int digits) throws IOException {
        int width = MARGIN + LABEL + AXIS + 3 * MARGIN;
        int height = HEAD + results.size() * ROW + 2 * MARGIN;
        BufferedImage image = new BufferedImage(width * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.scale(SCALE, SCALE);
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, width, height);
        canvas.setColor(Color.BLACK);
        canvas.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 18));
        canvas.drawString("Remedies against overfitting, on " + digits + " digits", MARGIN, 32);
        canvas.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        int end = legend(canvas, TRAIN, "accuracy on the training digits", MARGIN);
        legend(canvas, TEST, "accuracy on " + kind + " samples, with its number", end);
        double least = least(results);
        grid(canvas, least, HEAD + results.size() * ROW);
        for (int i = 0; i < results.size(); i++) {
            row(canvas, results.get(i), least, HEAD + i * ROW + ROW / 2);
        }
        canvas.dispose();
        Picture.save(file, image);
    }

    /** A circle with its meaning; returns where the next one may begin. */
    private static int legend(Graphics2D canvas, Color color, String words, int left) {
        circle(canvas, color, left + RADIUS, 56);
        canvas.setColor(Color.BLACK);
        canvas.drawString(words, left + 3 * RADIUS, 61);
        return left + 3 * RADIUS + canvas.getFontMetrics().stringWidth(words) + MARGIN;
    }

    /** The left end of the scale: a multiple of 0.02 below all accuracies. */
    private static double least(List<Result> results) {
        double least = 1;
        for (Result result : results) {
            least = Math.min(least, result.testAccuracy().getMean());
            least = Math.min(least, result.trainAccuracy().getMean());
        }
        return Math.max(0, Math.min(0.98, Math.floor(least * 50 - 0.5) / 50));
    }

    private static int position(double accuracy, double least) {
        return MARGIN + LABEL + (int) Math.round(AXIS * (accuracy - least) / (1 - least));
    }

    private static void grid(Graphics2D canvas, double least, int bottom) {
        double step = 1 - least > 0.3 ? 0.1 : 0.02;
        for (int i = 0; 1 - i * step > least - 1e-9; i++) {
            int x = position(1 - i * step, least);
            canvas.setColor(GRID);
            canvas.drawLine(x, HEAD, x, bottom);
            canvas.setColor(Color.BLACK);
            centred(canvas, String.format(Locale.ROOT, "%.2f", 1 - i * step), x, bottom + 18);
        }
    }

    private static void row(Graphics2D canvas, Result result, double least, int y) {
        int train = position(result.trainAccuracy().getMean(), least);
        int test = position(result.testAccuracy().getMean(), least);
        canvas.setColor(Color.BLACK);
        canvas.drawString(result.remedy().toString(), MARGIN, y + 5);
        canvas.setColor(new Color(0x999999));
        canvas.setStroke(new BasicStroke(2));
        canvas.drawLine(train, y, test, y);
        circle(canvas, TRAIN, train, y);
        circle(canvas, TEST, test, y);
        canvas.setColor(Color.BLACK);
        centred(canvas, String.format(Locale.ROOT, "%.4f", result.testAccuracy().getMean()), test, y - 9);
    }

    private static void circle(Graphics2D canvas, Color color, int x, int y) {
        canvas.setColor(color);
        canvas.fillOval(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
    }

    private static void centred(Graphics2D canvas, String words, int x, int y) {
        canvas.drawString(words, x - canvas.getFontMetrics().stringWidth(words) / 2, y);
    }
}
