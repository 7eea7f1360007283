/**
 * Measures Longhand: its parts by JMH ({@code jmh}), whole workloads side by side with other engines
 * ({@code engine}, {@code contest}), how cost grows with a network's sizes ({@code curves}), and the
 * machine's peak ({@code machine}). Not part of the published library.
 */
@NullMarked
package dev.longhand.benchmarks;

import org.jspecify.annotations.NullMarked;
