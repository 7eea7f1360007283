/**
 * The engines that are compared: their interface, Longhand's implementation, and the process that
 * runs one engine alone, so that none disturbs another. Other libraries' engines are in separate modules.
 */
@NullMarked
package dev.longhand.benchmarks.engine;

import org.jspecify.annotations.NullMarked;
