/**
 * How good a model is: {@link dev.longhand.metric.Evaluation} runs it over a data set; {@link
 * dev.longhand.metric.Task} says how outputs and targets are read; {@link
 * dev.longhand.metric.ConfusionMatrix} counts the predictions of each class; {@link
 * dev.longhand.metric.ClassProbabilities} has the metrics that need more than the predicted class; {@link
 * dev.longhand.metric.Metric} is for those of your own.
 *
 * <p>Receives a model and a data set, changes neither. Knows nothing of training.
 */
@NullMarked
package dev.longhand.metric;

import org.jspecify.annotations.NullMarked;
