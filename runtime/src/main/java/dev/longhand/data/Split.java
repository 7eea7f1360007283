package dev.longhand.data;

/**
 * A data set in two parts that share no sample.
 *
 * @param first the part that the share or number given was of, such as what to train on
 * @param second the rest, such as what to validate on
 */
public record Split(Dataset first, Dataset second) {}
