package dev.longhand.benchmarks.contest;

/**
 * How long to measure.
 *
 * @param warmup epochs before the first round; of workloads that are timed, seconds and 20,000 steps
 * @param rounds the number of rounds
 * @param roundSeconds how long a round of a timed workload takes at least
 * @param samples the number of samples to train on, 0 for all
 * @param limitSeconds what any one request to an engine may take
 * @param seed of initial parameters and order of samples
 */
record ContestSettings(int warmup, int rounds, double roundSeconds, int samples, double limitSeconds, long seed) {}
