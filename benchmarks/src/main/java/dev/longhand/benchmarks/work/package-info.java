/** What is measured: the workloads, their networks as Longhand declares them, and their samples. */
@NullMarked
package dev.longhand.benchmarks.work;

import org.jspecify.annotations.NullMarked;
