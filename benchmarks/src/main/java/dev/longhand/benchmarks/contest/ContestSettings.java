package dev.longhand.benchmarks.contest;

/**
 * The lengths of warm-up and rounds.
 *
 * @param warmup epochs before the first round; of workloads that are timed, seconds and 20,000 steps
 * @param rounds the number of rounds
 * @param roundSeconds the least length of a round of a timed workload
 * @param samples the number of samples to train on, 0 for all
 * @param limitSeconds the time limit of a request to an engine
 * @param seed the seed of initial parameters and order of samples
 */
record ContestSettings(int warmup, int rounds, double roundSeconds, int samples, double limitSeconds, long seed) {}
