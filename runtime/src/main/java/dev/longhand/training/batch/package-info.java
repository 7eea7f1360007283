/**
 * Which samples are in each batch of a training, and how they get into a workspace: from memory, or read ahead from a
 * source, checked and augmented. Knows the settings of batches, but neither trainers nor steps.
 */
@NullMarked
package dev.longhand.training.batch;

import org.jspecify.annotations.NullMarked;
