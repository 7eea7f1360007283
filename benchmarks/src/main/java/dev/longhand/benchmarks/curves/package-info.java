/** How the cost of training grows with batch, width, depth and threads: measured, written as CSV, drawn as PNG. */
@NullMarked
package dev.longhand.benchmarks.curves;

import org.jspecify.annotations.NullMarked;
