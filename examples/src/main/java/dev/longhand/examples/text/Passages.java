package dev.longhand.examples.text;

import dev.longhand.model.Model;
import dev.longhand.random.CountedRandom;
import java.util.Arrays;

/** A text cut into passages for training and, at its end, for testing; each letter's target is the next one. */
final class Passages {

    /** The share of the text that is held out. */
    private static final int HELD_OUT = 20;

    /** The key of the random numbers that choose passages, so that other uses of the seed draw different ones. */
    private static final long PURPOSE = 0x74657874L;

    /** A passage and the letter after it. */
    private static final int NEEDED = Letters.LENGTH + 1;

    private final String text;
    private final int trained;

    /** The passages of a text of known letters. */
    Passages(String text) {
        if (text.length() < 2 * NEEDED) {
            throw new IllegalArgumentException(
                    "the text has %d letters, but at least %d are needed: %d for training and %d for testing"
                            .formatted(text.length(), 2 * NEEDED, NEEDED, NEEDED));
        }
        this.text = text;
        trained = text.length() - Math.max(NEEDED, text.length() / HELD_OUT);
    }

    /** The number of letters for training. */
    int trained() {
        return trained;
    }

    /** The number of letters held out. */
    int heldOut() {
        return text.length() - trained;
    }

    /**
     * Writes n random passages of the training part: the batch of step {@code step}.
     *
     * @param x [n][64], the indices of the letters
     * @param t [n][64][96], the next letter of each, one-hot
     */
    void draw(long seed, long step, int n, float[] x, float[] t) {
        Arrays.fill(t, 0);
        long key = CountedRandom.key(seed, PURPOSE, step);
        for (int s = 0; s < n; s++) {
            int from = CountedRandom.below(trained - Letters.LENGTH, key, s);
            read(from, s, x);
            for (int k = 0; k < Letters.LENGTH; k++) {
                t[(s * Letters.LENGTH + k) * Alphabet.SIZE + Alphabet.number(text.charAt(from + k + 1))] = 1;
            }
        }
    }

    private void read(int from, int s, float[] x) {
        for (int k = 0; k < Letters.LENGTH; k++) {
            x[s * Letters.LENGTH + k] = Alphabet.number(text.charAt(from + k));
        }
    }

    /** Mean cross-entropy of the held-out part, in bits per letter. */
    double bits(Model model) {
        int n = (heldOut() - 1) / Letters.LENGTH;
        float[] x = new float[n * Letters.LENGTH];
        for (int s = 0; s < n; s++) {
            read(trained + s * Letters.LENGTH, s, x);
        }
        float[] y = model.predict(x);
        double bits = 0;
        for (int k = 0; k < x.length; k++) {
            bits -= Math.log(y[k * Alphabet.SIZE + Alphabet.number(text.charAt(trained + k + 1))]) / Math.log(2);
        }
        return bits / x.length;
    }
}
