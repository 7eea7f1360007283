/**
 * Tables of named columns, read from CSV files, and what turns their rows into the numbers that a network takes: {@link
 * dev.longhand.table.Table}, {@link dev.longhand.table.Recipe} and, a network and its recipe together, {@link
 * dev.longhand.table.TableModel}.
 *
 * <p>Receives files, rows by column name and models; gives data sets and predictions. Knows nothing of training. Only
 * {@code FastCsvRows} uses FastCSV, which prediction doesn't need.
 */
@NullMarked
package dev.longhand.table;

import org.jspecify.annotations.NullMarked;
