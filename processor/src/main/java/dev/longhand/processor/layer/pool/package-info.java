/** Pooling of images and of sequences: the maximum, the mean or a random pixel of each window. */
@NullMarked
package dev.longhand.processor.layer.pool;

import org.jspecify.annotations.NullMarked;
