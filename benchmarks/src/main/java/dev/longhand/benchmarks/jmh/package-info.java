/** JMH benchmarks of Longhand's parts, with plain loops of known cost for comparison. */
@NullMarked
package dev.longhand.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
