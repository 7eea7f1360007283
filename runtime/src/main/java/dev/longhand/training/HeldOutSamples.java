package dev.longhand.training;

import dev.longhand.data.Dataset;
import dev.longhand.data.SampleSource;
import dev.longhand.training.batch.ReadAheadSource;

/**
 * Samples that a model is evaluated on while it's trained, usually not on them.
 *
 * @param source the samples
 * @param isInMemory whether reading them ahead is useless
 * @param words the samples in words, by which a checkpoint tells them from others
 */
record HeldOutSamples(SampleSource source, boolean isInMemory, String words) {

    static HeldOutSamples of(Dataset data) {
        return new HeldOutSamples(data.asSource(), true, data.toString());
    }

    static HeldOutSamples of(SampleSource source) {
        String words = (source.size() == SampleSource.UNKNOWN ? "samples" : source.size() + " samples")
                + " of a source, inputs " + source.inputShape()
                + (source.classes() > 0 ? ", " + source.classes() + " classes" : ", targets " + source.targetSize());
        return new HeldOutSamples(source, false, words);
    }

    /** The samples, read ahead by this many threads unless they are in memory. */
    SampleSource readBy(int threads) {
        return isInMemory ? source : new ReadAheadSource(source, threads);
    }
}
