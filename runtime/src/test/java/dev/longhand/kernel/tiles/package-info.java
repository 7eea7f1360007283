/**
 * The generator of the Vector API tiles: loops whose sums stay in registers, so that each count of rows and vectors
 * needs a method with each vector spelt out. {@link dev.longhand.kernel.tiles.TilesTest} writes them.
 */
@NullMarked
package dev.longhand.kernel.tiles;

import org.jspecify.annotations.NullMarked;
