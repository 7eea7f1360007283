package dev.longhand.examples.commandline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Says which digit each image shows, 28×28 pixels in the format PGM: {@code java -jar digits.jar seven.pgm}. */
public final class ReadDigit {

    private static final byte[] HEADER = "P5\n28 28\n255\n".getBytes(StandardCharsets.US_ASCII);

    private ReadDigit() {}

    /** Reads the files that are named. */
    public static void main(String[] files) throws IOException {
        for (String file : files) {
            DigitsModel.Prediction digit = DigitsModel.pretrained().classify(pixels(Path.of(file)));
            System.out.println(file + ": " + digit.category() + ", probability " + digit.probability());
        }
    }

    /** The brightness of each pixel, from 0, black, to 1, white. */
    private static float[] pixels(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        float[] pixels = new float[28 * 28];
        if (bytes.length != HEADER.length + pixels.length) {
            throw new IOException(file + " has " + bytes.length + " bytes, but a PGM image of 28×28 pixels has "
                    + (HEADER.length + pixels.length));
        }
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (bytes[HEADER.length + i] & 0xFF) / 255f;
        }
        return pixels;
    }
}
