package dev.longhand;

/** The padding around an image over which a kernel or a pool slides. */
public enum Padding {

    /**
     * None: the window stays inside the image. An image of h rows gives ⌊(h − k)/stride⌋ + 1 for a window of k rows.
     */
    VALID,

    /**
     * Enough rows and columns of zeros that h rows give ⌈h/stride⌉, half of them on each side; if their number is odd,
     * the extra one is at the bottom or at the right, as in Keras.
     */
    SAME
}
