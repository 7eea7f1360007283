package dev.longhand.data;

import dev.longhand.io.InvalidFileException;

/**
 * What an image file may claim before it's decoded.
 *
 * @param pixels the most pixels
 * @param pixelsPerByte the most pixels for each byte of the file, where there are more than {@link #SMALL}
 * @param scans the most scans of a JPEG file
 */
record ImageLimits(long pixels, int pixelsPerByte, int scans) {

    /** The most pixels that cost little, whatever the size of the file. */
    static final long SMALL = 1L << 20;

    /** 8,192 × 8,192 pixels; a blank PNG image of 1 bit for each pixel has 8,256 of them for each byte. */
    static final ImageLimits DEFAULTS = new ImageLimits(1L << 26, 10_000, 100);

    ImageLimits {
        require("pixels", pixels);
        require("pixelsPerByte", pixelsPerByte);
        require("scans", scans);
    }

    private static void require(String name, long limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("the limit of " + name + " must be at least 1, not " + limit);
        }
    }

    /** Checks the size that an image claims. */
    void check(int height, int width, long fileSize, String file) throws InvalidFileException {
        long claimed = (long) height * width;
        String says = "it says that it has " + height + " × " + width + " = " + claimed + " pixels; up to ";
        if (claimed > pixels) {
            throw new InvalidFileException(
                    file, says + pixels + " are read: if it's meant to be so large, raise the limit with maxPixels");
        }
        if (claimed > SMALL && claimed / pixelsPerByte >= fileSize) {
            throw new InvalidFileException(
                    file,
                    says + (long) pixelsPerByte * fileSize + " are read from " + fileSize
                            + " bytes: if it's meant to be so blank, raise the limit with maxPixelsPerByte");
        }
    }

    /** Checks the number of scans so far. */
    void checkScans(int count, String file) throws InvalidFileException {
        if (count > scans) {
            throw new InvalidFileException(
                    file,
                    "it has more than " + scans
                            + " scans, each of which is decoded in full: if it's meant to, raise the"
                            + " limit with maxScans");
        }
    }
}
