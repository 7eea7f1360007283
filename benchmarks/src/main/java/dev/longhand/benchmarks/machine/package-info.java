/** The machine: its description, the JDKs to run on, and its peak performance. */
@NullMarked
package dev.longhand.benchmarks.machine;

import org.jspecify.annotations.NullMarked;
