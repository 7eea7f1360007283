package dev.longhand.table;

/** What is done about missing values of a column. */
enum MissingRule {
    /** They are an {@link Anomaly#MISSING_VALUE}. */
    REFUSE,
    /** They are filled. */
    FILL,
    /** They are filled, and one more input is 1 where a value is missing and 0 elsewhere. */
    INDICATE
}
