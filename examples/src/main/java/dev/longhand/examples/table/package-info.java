/**
 * The command {@code table}: a network for any CSV file, declared, compiled and trained while the command runs.
 */
@NullMarked
package dev.longhand.examples.table;

import org.jspecify.annotations.NullMarked;
