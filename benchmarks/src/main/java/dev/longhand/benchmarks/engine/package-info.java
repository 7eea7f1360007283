/**
 * The engines that are compared: their interface, Longhand behind it, and the process that each of
 * them runs in alone, so that none disturbs another. Engines of others are in modules of their own.
 */
@NullMarked
package dev.longhand.benchmarks.engine;

import org.jspecify.annotations.NullMarked;
