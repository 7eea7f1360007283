package dev.longhand;

/** What surrounds an image on which a kernel or a pool slides. */
public enum Padding {

    /** Nothing: the window stays inside. An image of h rows gives ⌊(h − k)/stride⌋ + 1 for a window of k rows. */
    VALID,

    /**
     * As many rows and columns of zeros that h rows give ⌈h/stride⌉, half of them on each side; if their number is
     * odd, the one more is at the bottom and at the right, as in Keras.
     */
    SAME
}
