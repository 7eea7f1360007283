package dev.longhand.augment;

import dev.longhand.random.CountedRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes one after the other, each with a separate sequence of random numbers. No step is a sequence itself, so that
 * {@code a.then(b).then(c)} is {@code a.then(b.then(c))}.
 */
final class Sequence implements Augmentation {

    /** The key of the steps, so that they share no random numbers with other uses of the key. */
    private static final long PURPOSE = 0x73746570L;

    private final List<Augmentation> steps;
    private final boolean mixes;

    private Sequence(List<Augmentation> steps) {
        this.steps = steps;
        mixes = steps.stream().anyMatch(Augmentation::mixes);
    }

    static Augmentation of(Augmentation first, Augmentation second) {
        List<Augmentation> steps = new ArrayList<>();
        addTo(steps, first);
        addTo(steps, second);
        if (steps.stream().filter(Augmentation::mixes).count() > 1) {
            throw new IllegalArgumentException("samples are mixed once: use one mixup with a larger alpha");
        }
        return steps.size() == 1 ? steps.get(0) : new Sequence(List.copyOf(steps));
    }

    private static void addTo(List<Augmentation> steps, Augmentation added) {
        if (added instanceof Sequence sequence) {
            sequence.steps.forEach(step -> addTo(steps, step));
        } else if (added instanceof Warp next
                && !steps.isEmpty()
                && steps.get(steps.size() - 1) instanceof Warp last
                && last.canJoin(next)) {
            steps.set(steps.size() - 1, last.join(next));
        } else {
            steps.add(added);
        }
    }

    @Override
    public String toString() {
        return steps.toString();
    }

    @Override
    public void apply(Image image, long key) {
        for (int i = 0; i < steps.size(); i++) {
            steps.get(i).apply(image, CountedRandom.key(key, PURPOSE, i));
        }
    }

    @Override
    public void requireFits(Image image) {
        steps.forEach(step -> step.requireFits(image));
    }

    @Override
    public boolean mixes() {
        return mixes;
    }

    @Override
    public double weight(long key) {
        double weight = 1;
        for (int i = 0; i < steps.size(); i++) {
            weight *= steps.get(i).weight(key);
        }
        return weight;
    }
}
