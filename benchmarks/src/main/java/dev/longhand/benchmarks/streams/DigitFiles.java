package dev.longhand.benchmarks.streams;

import dev.longhand.benchmarks.work.Task;
import dev.longhand.data.Dataset;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files of digits as large as wanted, with the names and the format of MNIST's: its training images, shifted by up to two
 * pixels to all sides, again and again.
 */
record DigitFiles(Path folder) {

    private static final int SIDE = 28;
    private static final int SHIFTS = 5;

    /** The file of images. */
    Path images() {
        return folder.resolve("train-images-idx3-ubyte");
    }

    /** The file of labels. */
    Path labels() {
        return folder.resolve("train-labels-idx1-ubyte");
    }

    /** Writes files of so many samples, unless they are there. */
    void generate(int samples) throws IOException {
        long size = 16 + (long) samples * SIDE * SIDE;
        if (Files.exists(images()) && Files.size(images()) == size) {
            return;
        }
        Files.createDirectories(folder);
        Dataset digits = Task.TWO_HIDDEN.train();
        byte[][] pixels = new byte[digits.size()][SIDE * SIDE];
        for (int i = 0; i < pixels.length; i++) {
            float[] input = digits.input(i);
            for (int j = 0; j < input.length; j++) {
                pixels[i][j] = (byte) Math.round(input[j] * 255);
            }
        }
        try (OutputStream images = new BufferedOutputStream(Files.newOutputStream(images()), 1 << 20);
                OutputStream labels = new BufferedOutputStream(Files.newOutputStream(labels()), 1 << 20)) {
            images.write(header(samples, SIDE, SIDE));
            labels.write(header(samples));
            byte[] shifted = new byte[SIDE * SIDE];
            for (int i = 0; i < samples; i++) {
                int shift = i / pixels.length % (SHIFTS * SHIFTS);
                shift(pixels[i % pixels.length], shift / SHIFTS - SHIFTS / 2, shift % SHIFTS - SHIFTS / 2, shifted);
                images.write(shifted);
                labels.write(digits.label(i % pixels.length));
            }
        }
    }

    private static byte[] header(int... dimensions) {
        ByteBuffer header = ByteBuffer.allocate(4 + 4 * dimensions.length);
        header.put(new byte[] {0, 0, 8, (byte) dimensions.length});
        for (int dimension : dimensions) {
            header.putInt(dimension);
        }
        return header.array();
    }

    private static void shift(byte[] image, int down, int right, byte[] shifted) {
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int fromY = y - down;
                int fromX = x - right;
                boolean isInside = fromY >= 0 && fromY < SIDE && fromX >= 0 && fromX < SIDE;
                shifted[y * SIDE + x] = isInside ? image[fromY * SIDE + fromX] : 0;
            }
        }
    }
}
