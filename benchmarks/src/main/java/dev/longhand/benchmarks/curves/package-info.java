/** How the cost of training grows with batch, width, depth and threads: as CSV and PNG. */
@NullMarked
package dev.longhand.benchmarks.curves;

import org.jspecify.annotations.NullMarked;
