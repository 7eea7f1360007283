package dev.longhand.report.picture;

import dev.longhand.data.Dataset;
import dev.longhand.metric.Task;
import dev.longhand.model.Model;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * How a network that reads two numbers learns to divide the plane: which class it predicts where, the paler, the less
 * certain, with the samples. Frames are taken at epochs 1, 2, 3 … and then ever more rarely, so that a long training has as
 * many as a short one.
 */
public final class BoundaryFilm {

    /** The rows and columns of a frame. */
    public static final int SIDE = 144;

    private static final int CLASSES = Picture.COLORS.size();
    private static final int LEVELS = 30;
    private static final int WHITE = CLASSES * LEVELS;
    private static final int BLACK = WHITE + 1;
    private static final int MOST_FRAMES = 60;
    private static final int MOST_SAMPLES = 200;

    /** The duration of the film in hundredths of a second: shorter than what needs a button to stop it. */
    private static final int DURATION = 450;

    /** The next epoch that is recorded is later by this share. */
    private static final double SPACING = 0.12;

    private static final IndexColorModel PALETTE = palette();

    private final Task task;
    private final Dataset data;
    private final double left;
    private final double bottom;
    private final double width;
    private final double height;
    private final List<BufferedImage> frames = new ArrayList<>();
    private final List<Integer> epochs = new ArrayList<>();
    private int next;

    private BoundaryFilm(Task task, Dataset data) {
        this.task = task;
        this.data = data;
        double[] least = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        double[] greatest = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int s = 0; s < data.size(); s++) {
            float[] x = data.input(s);
            for (int i = 0; i < 2; i++) {
                least[i] = Math.min(least[i], x[i]);
                greatest[i] = Math.max(greatest[i], x[i]);
            }
        }
        width = 1.4 * range(least[0], greatest[0]);
        height = 1.4 * range(least[1], greatest[1]);
        left = (least[0] + greatest[0] - width) / 2;
        bottom = (least[1] + greatest[1] - height) / 2;
    }

    private static double range(double least, double greatest) {
        return greatest > least ? greatest - least : 1;
    }

    /** A film of a network that reads two numbers and predicts one of up to 8 classes; of no other. */
    public static Optional<BoundaryFilm> of(Model model, Dataset data) {
        if (model.info().input().size() != 2 || data.inputShape().size() != 2 || !isFinite(data)) {
            return Optional.empty();
        }
        Task task = Task.of(model.info(), data);
        boolean hasColors = task.isClassification() && task.steps() == 1 && task.classes() <= CLASSES;
        return hasColors ? Optional.of(new BoundaryFilm(task, data)) : Optional.empty();
    }

    private static boolean isFinite(Dataset data) {
        for (float value : data.inputs()) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    /** Takes a frame after an epoch, if it's one of those to be recorded. */
    public void record(int epoch, Model model) {
        if (epoch >= next && frames.size() < MOST_FRAMES) {
            frames.add(frame(model));
            epochs.add(epoch);
            next = (int) Math.ceil(epoch * (1 + SPACING) + 0.5);
        }
    }

    /** The film as the address of an animated GIF, with the model as it is now as its last frame. */
    public Pixels film(Model model) {
        List<BufferedImage> all = new ArrayList<>(frames);
        all.add(frame(model));
        byte[] gif = AnimatedGif.of(all, Math.max(4, DURATION / all.size()));
        return new Pixels("data:image/gif;base64," + Base64.getEncoder().encodeToString(gif), SIDE, SIDE);
    }

    /**
     * A frame.
     *
     * @param epoch the epoch after which it was taken
     * @param image the image
     */
    public record Still(int epoch, Pixels image) {}

    /** Up to so many frames, the first and the last among them. */
    public List<Still> stills(int most) {
        List<Still> stills = new ArrayList<>();
        int shown = Math.min(most, frames.size());
        for (int k = 0; k < shown; k++) {
            int i = shown == 1 ? 0 : k * (frames.size() - 1) / (shown - 1);
            stills.add(new Still(epochs.get(i), Pixels.of(frames.get(i))));
        }
        return stills;
    }

    /** The classes it tells apart. */
    public int classes() {
        return task.classes();
    }

    /** The colour of a class, which its samples have too. */
    public static String color(int c) {
        return "#%06x".formatted(Picture.COLORS.get(c).getRGB() & 0xFFFFFF);
    }

    private BufferedImage frame(Model model) {
        float[] x = new float[2 * SIDE * SIDE];
        for (int i = 0; i < SIDE * SIDE; i++) {
            x[2 * i] = (float) (left + (i % SIDE + 0.5) * width / SIDE);
            x[2 * i + 1] = (float) (bottom + (SIDE - 0.5 - i / SIDE) * height / SIDE);
        }
        float[] outputs = model.predict(x);
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_INDEXED, PALETTE);
        for (int i = 0; i < SIDE * SIDE; i++) {
            image.getRaster().setSample(i % SIDE, i / SIDE, 0, color(outputs, i));
        }
        drawSamples(image);
        return image;
    }

    private int color(float[] outputs, int row) {
        int predicted = task.classOf(outputs, row);
        if (predicted < 0) {
            return WHITE;
        }
        double certainty;
        if (task.outputs() == 1) {
            double span = task.threshold() == 0 ? 1 : 0.5;
            certainty = Math.abs(outputs[row] - task.threshold()) / span;
        } else {
            double guess = 1.0 / task.outputs();
            certainty = (outputs[row * task.outputs() + predicted] - guess) / (1 - guess);
        }
        int level = (int) Math.round((LEVELS - 1) * Math.max(0, Math.min(1, certainty)));
        return predicted * LEVELS + level;
    }

    /** Draws samples as squares of their class's colour, framed in black. */
    private void drawSamples(BufferedImage image) {
        float[] targets = data.targets();
        int shown = Math.min(MOST_SAMPLES, data.size());
        for (int k = 0; k < shown; k++) {
            int sample = (int) ((long) k * data.size() / shown);
            int c = task.targetClass(targets, sample);
            float[] x = data.input(sample);
            int column = (int) ((x[0] - left) / width * SIDE);
            int row = SIDE - 1 - (int) ((x[1] - bottom) / height * SIDE);
            int radius = shown > 50 ? 1 : 2;
            for (int dy = -radius; dy <= radius; dy++) {
                for (int dx = -radius; dx <= radius; dx++) {
                    boolean isFrame = Math.max(Math.abs(dx), Math.abs(dy)) == radius;
                    boolean isInside = column + dx >= 0 && column + dx < SIDE && row + dy >= 0 && row + dy < SIDE;
                    if (isInside) {
                        int inner = c < 0 ? WHITE : c * LEVELS + LEVELS - 1;
                        image.getRaster().setSample(column + dx, row + dy, 0, isFrame ? BLACK : inner);
                    }
                }
            }
        }
    }

    /** For each class the colours from white to its own, then white and black. */
    private static IndexColorModel palette() {
        byte[] red = new byte[256];
        byte[] green = new byte[256];
        byte[] blue = new byte[256];
        for (int c = 0; c < CLASSES; c++) {
            Color color = Picture.COLORS.get(c);
            for (int level = 0; level < LEVELS; level++) {
                double share = (double) level / (LEVELS - 1);
                int i = c * LEVELS + level;
                red[i] = (byte) Math.round(255 + share * (color.getRed() - 255));
                green[i] = (byte) Math.round(255 + share * (color.getGreen() - 255));
                blue[i] = (byte) Math.round(255 + share * (color.getBlue() - 255));
            }
        }
        red[WHITE] = (byte) 255;
        green[WHITE] = (byte) 255;
        blue[WHITE] = (byte) 255;
        return new IndexColorModel(8, 256, red, green, blue);
    }
}
