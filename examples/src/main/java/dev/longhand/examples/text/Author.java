package dev.longhand.examples.text;

import dev.longhand.model.Model;
import dev.longhand.random.CountedRandom;

/** Continues a text letter by letter, each drawn from the probabilities that the model predicts. */
final class Author {

    /** The key of the random numbers that choose letters, so that other uses of the seed draw different ones. */
    private static final long PURPOSE = 0x77726974L;

    private final Model model;
    private final double temperature;
    private final float[] x = new float[Letters.LENGTH];
    private final float[] y = new float[Letters.LENGTH * Alphabet.SIZE];

    /**
     * An author that samples from this model.
     *
     * @param temperature probabilities are raised to the power 1/temperature: below 1 likely letters become likelier,
     *     above 1 the distribution flattens
     */
    Author(Model model, double temperature) {
        this.model = model;
        this.temperature = temperature;
    }

    /** The beginning and {@code length} more letters, each predicted from the last 64 before it. */
    String write(String beginning, int length, long seed) {
        StringBuilder text = new StringBuilder(beginning);
        long key = CountedRandom.key(seed, PURPOSE, 0);
        for (int i = 0; i < length; i++) {
            int read = Math.min(text.length(), Letters.LENGTH);
            for (int k = 0; k < read; k++) {
                x[k] = Alphabet.number(text.charAt(text.length() - read + k));
            }
            // Later inputs don't change earlier outputs, so the rest of x may hold anything.
            model.predict(x, 1, y);
            double uniform = CountedRandom.uniformDouble(key, i);
            text.append(Alphabet.letter(draw(y, (read - 1) * Alphabet.SIZE, temperature, uniform)));
        }
        return text.toString();
    }

    /**
     * The index of a letter drawn from the probabilities at {@code from} in y.
     *
     * @param uniform a random number in [0, 1)
     */
    static int draw(float[] y, int from, double temperature, double uniform) {
        // Relative to the largest, because with a small temperature all powers could underflow to 0.
        double largest = 0;
        for (int j = 0; j < Alphabet.SIZE; j++) {
            largest = Math.max(largest, y[from + j]);
        }
        double sum = 0;
        for (int j = 0; j < Alphabet.SIZE; j++) {
            sum += StrictMath.pow(y[from + j] / largest, 1 / temperature);
        }
        double rest = uniform * sum;
        int drawn = 0;
        for (int j = 0; j < Alphabet.SIZE && rest >= 0; j++) {
            double weight = StrictMath.pow(y[from + j] / largest, 1 / temperature);
            rest -= weight;
            drawn = weight > 0 ? j : drawn;
        }
        return drawn;
    }
}
