/** The machine: what it is, which JDKs to run on, and what it could do at best. */
@NullMarked
package dev.longhand.benchmarks.machine;

import org.jspecify.annotations.NullMarked;
