/**
 * Training: {@link dev.longhand.training.Trainer} fits a model to a data set and returns its {@link
 * dev.longhand.training.History}; a {@link dev.longhand.training.Callback} is called after each batch and
 * epoch and may stop the training; {@link dev.longhand.training.TrainingStep} is for training loops written by hand.
 *
 * <p>The loop is made of packages that aren't exported: {@code batch} loads samples, {@code step} controls gradients,
 * {@code state} is how far a training is, {@code checkpoint} keeps it in files, and {@code guard} finds what is wrong.
 *
 * <p>For teaching and checking: {@link dev.longhand.training.NumericalGradient} and {@link
 * dev.longhand.training.GradientDescent}.
 */
@NullMarked
package dev.longhand.training;

import org.jspecify.annotations.NullMarked;
