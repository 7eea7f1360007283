/** Fixed trainings and the digests of their results, to show that a change of the code changes no bit. */
@NullMarked
package dev.longhand.benchmarks.bits;

import org.jspecify.annotations.NullMarked;
