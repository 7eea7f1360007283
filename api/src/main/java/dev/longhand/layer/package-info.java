/**
 * The layers: one annotation each, put on an abstract method that returns {@link
 * dev.longhand.Layer}. Attribute words are those of Keras; n is the number of samples in a batch.
 */
@NullMarked
package dev.longhand.layer;

import org.jspecify.annotations.NullMarked;
