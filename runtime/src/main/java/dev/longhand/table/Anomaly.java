package dev.longhand.table;

/** What a recipe may meet in a row and didn't in the training data. */
public enum Anomaly {
    /** A category that the training data doesn't have. If it passes, it's encoded as no category, or as the fill. */
    UNSEEN_CATEGORY,
    /** A number far outside the range of the training data. If it passes, it's scaled as all others. */
    FAR_OUTSIDE_RANGE,
    /** No value in a column whose missing values aren't filled. If it passes, it's filled all the same. */
    MISSING_VALUE,
    /** A row without a column. If it passes, the value counts as missing, and is filled. */
    MISSING_COLUMN
}
