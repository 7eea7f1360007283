package dev.longhand.benchmarks.engine;

import dev.longhand.benchmarks.work.Task;
import dev.longhand.data.Dataset;

/**
 * The work of an engine.
 *
 * @param task network, loss and optimizer
 * @param train the samples to train on
 * @param seed the seed of Longhand's initial parameters and order of samples
 * @param initial the parameters to begin with, followed by the state: where each array is tells {@link Task#layers}
 * @param threads the number of threads to compute with
 */
@SuppressWarnings("ArrayRecordComponent") // compared with nothing
public record Job(Task task, Dataset train, long seed, float[] initial, int threads) {}
