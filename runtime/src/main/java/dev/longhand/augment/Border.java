package dev.longhand.augment;

/** What is outside an image, where a changed image shows it. */
public enum Border {
    /** 0. */
    ZERO,
    /** The number of the nearest pixel of the image. */
    EDGE
}
