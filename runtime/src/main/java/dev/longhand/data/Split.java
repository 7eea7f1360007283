package dev.longhand.data;

/**
 * A data set in two parts that share no sample.
 *
 * @param first the part of the given share or size, such as the training set
 * @param second the rest, such as the validation set
 */
public record Split(Dataset first, Dataset second) {}
