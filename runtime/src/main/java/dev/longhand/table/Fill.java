package dev.longhand.table;

/** The value that replaces missing ones of a column. */
public enum Fill {
    /** The mean of a numeric column's training data. */
    MEAN,
    /** Their median: the middle one, or the mean of the two in the middle. */
    MEDIAN,
    /** The most frequent value of the training data, the first in their order of equally frequent ones. */
    MOST_FREQUENT
}
