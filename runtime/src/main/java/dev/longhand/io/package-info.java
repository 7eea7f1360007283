/**
 * Parameters in files: {@link dev.longhand.io.Weights} saves and loads them in the safetensors format.
 *
 * <p>Receives models and paths. Whatever is read is taken for hostile until it's checked: {@link
 * dev.longhand.io.InvalidFileException} says what is wrong with it. Knows nothing of training and data.
 */
@NullMarked
package dev.longhand.io;

import org.jspecify.annotations.NullMarked;
