/**
 * Training: {@link dev.longhand.training.Trainer} fits a model to a data set and returns its {@link
 * dev.longhand.training.History}; a {@link dev.longhand.training.Callback} hears of each batch and
 * epoch and may stop it; {@link dev.longhand.training.TrainingStep} is for loops of one's own.
 *
 * <p>Also what explains training: {@link dev.longhand.training.NumericalGradient} and {@link
 * dev.longhand.training.GradientDescent}.
 */
@NullMarked
package dev.longhand.training;

import org.jspecify.annotations.NullMarked;
