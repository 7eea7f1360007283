package dev.longhand.examples.augment;

import dev.longhand.data.Dataset;
import dev.longhand.report.picture.Picture;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A row of images for each change. */
final class AugmentPicture {

    private static final int ZOOM = 3;
    private static final int GAP = 6;
    private static final int LABEL = 210;
    private static final int MARGIN = 20;
    private static final int HEAD = 60;

    private AugmentPicture() {}

    static void save(Path file, List<Change> changes, Dataset images, long seed) throws IOException {
        int height = images.inputShape().dimension(0) * ZOOM + GAP;
        int width = images.inputShape().dimension(1) * ZOOM + GAP;
        BufferedImage sheet = new BufferedImage(
                2 * MARGIN + LABEL + images.size() * width,
                HEAD + changes.size() * height + MARGIN,
                BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = sheet.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        canvas.setColor(Color.BLACK);
        canvas.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 20));
        canvas.drawString("Digits, tinted, as each augmentation changes them", MARGIN, 36);
        float[] x = images.inputs();
        for (int row = 0; row < changes.size(); row++) {
            Change change = changes.get(row);
            int top = HEAD + row * height;
            canvas.setColor(Color.BLACK);
            canvas.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 14));
            canvas.drawString(change.name(), MARGIN, top + height / 2 - 4);
            canvas.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 13));
            canvas.drawString(change.code(), MARGIN, top + height / 2 + 14);
            float[] changed = change.apply(x, images.inputShape(), seed);
            for (int i = 0; i < images.size(); i++) {
                draw(canvas, changed, i, images, MARGIN + LABEL + i * width, top);
            }
        }
        canvas.dispose();
        Picture.save(file, sheet);
    }

    private static void draw(Graphics2D canvas, float[] x, int index, Dataset images, int left, int top) {
        int columns = images.inputShape().dimension(1);
        int channels = images.inputShape().dimension(2);
        int first = index * images.inputShape().size();
        for (int pixel = 0; pixel < images.inputShape().size() / channels; pixel++) {
            int at = first + pixel * channels;
            canvas.setColor(new Color(visible(x[at]), visible(x[at + 1]), visible(x[at + 2])));
            canvas.fillRect(left + pixel % columns * ZOOM, top + pixel / columns * ZOOM, ZOOM, ZOOM);
        }
    }

    /** What a screen shows of a number. */
    private static float visible(float number) {
        return Math.max(0, Math.min(1, number));
    }
}
