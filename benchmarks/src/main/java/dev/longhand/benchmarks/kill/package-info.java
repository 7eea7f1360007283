/**
 * Trainings in processes that are killed at random moments, while they compute steps or write checkpoints: whether each
 * resumes to the very bits of one that was never stopped.
 */
@NullMarked
package dev.longhand.benchmarks.kill;

import org.jspecify.annotations.NullMarked;
