package dev.longhand.benchmarks.engine;

import dev.longhand.benchmarks.work.Task;

/**
 * The settings of an engine's process.
 *
 * @param engine {@link Engine#name}
 * @param task what to work on
 * @param threads the number of threads to compute with
 * @param seed of initial parameters and order of samples
 * @param samples the number of samples to train on, starting with the first; 0 for all
 */
public record HostSettings(String engine, Task task, int threads, long seed, int samples) {}
