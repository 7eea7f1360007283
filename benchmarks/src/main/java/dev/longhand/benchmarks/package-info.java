/**
 * Measures Longhand: its parts by JMH ({@code jmh}), whole workloads side by side with other engines
 * ({@code engine}, {@code contest}), how cost grows with a network's sizes ({@code curves}), and what
 * the machine could do at best ({@code machine}). Nothing here is part of what users get.
 */
@NullMarked
package dev.longhand.benchmarks;

import org.jspecify.annotations.NullMarked;
