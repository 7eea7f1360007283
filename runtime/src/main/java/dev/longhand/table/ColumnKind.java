package dev.longhand.table;

/** What a column holds. */
enum ColumnKind {
    /** Numbers. */
    NUMERIC,
    /** Categories: words, or numbers that are only names. */
    NOMINAL
}
