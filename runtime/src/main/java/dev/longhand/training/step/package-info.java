/**
 * What a step does with gradients and parameters beside the optimizer's update: it accumulates, clips, freezes and
 * averages.
 */
@NullMarked
package dev.longhand.training.step;

import org.jspecify.annotations.NullMarked;
