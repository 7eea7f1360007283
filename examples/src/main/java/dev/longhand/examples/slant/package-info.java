/** Two outputs of one network: which digit it is, and how far it leans. */
@NullMarked
package dev.longhand.examples.slant;

import org.jspecify.annotations.NullMarked;
