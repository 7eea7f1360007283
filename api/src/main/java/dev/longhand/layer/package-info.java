/**
 * The layers: an annotation for each, on an abstract method that returns {@link dev.longhand.Layer}. Attributes have
 * their names in Keras; n is the number of samples in a batch.
 */
@NullMarked
package dev.longhand.layer;

import org.jspecify.annotations.NullMarked;
