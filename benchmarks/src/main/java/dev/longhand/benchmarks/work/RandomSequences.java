package dev.longhand.benchmarks.work;

import dev.longhand.Shape;
import dev.longhand.data.Dataset;
import dev.longhand.random.CountedRandom;

/** Random sequences in which there is something to learn, so that accuracy tells whether engines learn alike. */
final class RandomSequences {

    /** The letters of a text. */
    static final int LETTERS = 64;

    /** The different letters. */
    static final int ALPHABET = 96;

    /** The tokens of a sequence. */
    static final int TOKENS = 50;

    /** The different tokens. */
    static final int VOCABULARY = 1000;

    /** The classes of sequences of tokens. */
    static final int CLASSES = 10;

    /** The letters that may follow a letter. */
    private static final int SUCCESSORS = 4;

    /** The tokens that hint at a class. */
    private static final int HINTS = 10;

    /** One of so many tokens is a hint, on average. */
    private static final int TOKENS_A_HINT = 5;

    private static final long SUCCESSOR_KEY = CountedRandom.key(0, 1, 0);

    private RandomSequences() {}

    /**
     * Texts of a Markov chain, whose targets are the next letters. Four letters may follow each: the first one three
     * times out of four, so that a network can be right that often.
     */
    static Dataset texts(int count, long seed) {
        float[] x = new float[count * LETTERS];
        float[] t = new float[x.length * ALPHABET];
        long key = CountedRandom.key(seed, 2, 0);
        for (int s = 0; s < count; s++) {
            int letter = CountedRandom.below(ALPHABET, CountedRandom.key(seed, 3, 0), s);
            for (int i = s * LETTERS; i < (s + 1) * LETTERS; i++) {
                x[i] = letter;
                letter = successor(letter, CountedRandom.uniform(key, i));
                t[i * ALPHABET + letter] = 1;
            }
        }
        return Dataset.of(x, Shape.of(LETTERS), t, LETTERS * ALPHABET);
    }

    private static int successor(int letter, float uniform) {
        int choice = uniform < 0.75f ? 0 : 1 + (int) ((uniform - 0.75f) * 4 * (SUCCESSORS - 1));
        return CountedRandom.below(ALPHABET, SUCCESSOR_KEY, letter * SUCCESSORS + choice);
    }

    /** Sequences of tokens; a fifth of them, on average, are among ten that hint at the sequence's class. */
    static Dataset classes(int count, long seed) {
        float[] x = new float[count * TOKENS];
        int[] labels = new int[count];
        long hintKey = CountedRandom.key(seed, 4, 0);
        long tokenKey = CountedRandom.key(seed, 5, 0);
        for (int s = 0; s < count; s++) {
            labels[s] = CountedRandom.below(CLASSES, CountedRandom.key(seed, 6, 0), s);
            for (int i = s * TOKENS; i < (s + 1) * TOKENS; i++) {
                boolean isHint = CountedRandom.below(TOKENS_A_HINT, hintKey, i) == 0;
                x[i] = isHint
                        ? labels[s] * HINTS + CountedRandom.below(HINTS, tokenKey, i)
                        : CountedRandom.below(VOCABULARY, tokenKey, i);
            }
        }
        return Dataset.ofLabels(x, Shape.of(TOKENS), labels, CLASSES);
    }
}
