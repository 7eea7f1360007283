package dev.longhand.table;

/**
 * A table in two parts that share no row.
 *
 * @param first the part of the given share, such as the training part
 * @param second the rest, such as the test part
 */
public record TableSplit(Table first, Table second) {}
