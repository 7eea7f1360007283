package dev.longhand.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The splits of a k-fold cross-validation: the samples are divided at random into k parts, and split i has part i as its
 * second data set, to validate on, and the others as its first, to train on.
 *
 * <pre>{@code
 * for (Split fold : CrossValidation.stratifiedFolds(data, 5, seed)) {
 *     Trainer.of(DigitsModel.create(seed)).validation(fold.second()).fit(fold.first());
 * }
 * }</pre>
 */
public final class CrossValidation {

    private CrossValidation() {}

    /** See {@link Dataset#stratifiedSplit}. */
    static Split stratifiedSplit(Dataset shuffled, double share) {
        int[] left = quotas(shuffled, share);
        int[] first = new int[Arrays.stream(left).sum()];
        int[] second = new int[shuffled.size() - first.length];
        if (first.length == 0 || second.length == 0) {
            throw new IllegalArgumentException("can't split " + shuffled.size() + " samples at a share of " + share
                    + ": both parts need at least 1 sample");
        }
        int firsts = 0;
        int seconds = 0;
        for (int i = 0; i < shuffled.size(); i++) {
            if (left[shuffled.label(i)]-- > 0) {
                first[firsts++] = i;
            } else {
                second[seconds++] = i;
            }
        }
        return new Split(shuffled.subset(first), shuffled.subset(second));
    }

    /**
     * How many samples of each class the first part gets: the share of the class, rounded so that their sum is the share
     * of all samples; those with the largest fractions are rounded up.
     */
    private static int[] quotas(Dataset shuffled, double share) {
        int[] counts = shuffled.classCounts();
        int[] quotas = new int[counts.length];
        int left = (int) Math.round(share * shuffled.size());
        for (int c = 0; c < counts.length; c++) {
            quotas[c] = (int) (share * counts[c]);
            left -= quotas[c];
        }
        List<Integer> byFraction = IntStream.range(0, counts.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer c) -> quotas[c] - share * counts[c]))
                .toList();
        for (int c : byFraction) {
            if (left > 0 && quotas[c] < counts[c]) {
                quotas[c]++;
                left--;
            }
        }
        return quotas;
    }

    /**
     * Parts whose sizes differ by at most 1.
     *
     * @param k from 2 to the number of samples; 5 and 10 are usual
     * @return k splits; the same seed gives the same ones
     */
    public static List<Split> folds(Dataset data, int k, long seed) {
        requireFolds(data, k);
        int[] fold = new int[data.size()];
        for (int i = 0; i < fold.length; i++) {
            fold[i] = (int) ((long) i * k / fold.length);
        }
        return splits(data.shuffle(seed), fold, k);
    }

    /**
     * Parts whose sizes differ by at most 1, and so do their numbers of samples of each class.
     *
     * @param k from 2 to the number of samples; 5 and 10 are usual
     * @return k splits; the same seed gives the same ones
     * @throws IllegalStateException if the samples have no labels
     */
    public static List<Split> stratifiedFolds(Dataset data, int k, long seed) {
        requireFolds(data, k);
        Dataset shuffled = data.shuffle(seed);
        int[] counts = shuffled.classCounts();
        int[] next = new int[counts.length];
        for (int c = 1; c < counts.length; c++) {
            next[c] = next[c - 1] + counts[c - 1];
        }
        // The samples are dealt to the folds class by class.
        int[] fold = new int[shuffled.size()];
        for (int i = 0; i < fold.length; i++) {
            fold[i] = next[shuffled.label(i)]++ % k;
        }
        return splits(shuffled, fold, k);
    }

    private static void requireFolds(Dataset data, int k) {
        if (k < 2 || k > data.size()) {
            throw new IllegalArgumentException(
                    "can't divide " + data.size() + " samples into " + k + " folds: use 2 to " + data.size());
        }
    }

    private static List<Split> splits(Dataset shuffled, int[] fold, int k) {
        List<Split> splits = new ArrayList<>();
        for (int i = 0; i < k; i++) {
            int held = i;
            splits.add(new Split(
                    shuffled.subset(samples(fold, f -> f != held)), shuffled.subset(samples(fold, f -> f == held))));
        }
        return List.copyOf(splits);
    }

    private static int[] samples(int[] fold, IntPredicate isWanted) {
        return IntStream.range(0, fold.length)
                .filter(i -> isWanted.test(fold[i]))
                .toArray();
    }

    static void requireShare(double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("a share of " + share + " is not between 0 and 1: use 0.8 for 80 %");
        }
    }
}
