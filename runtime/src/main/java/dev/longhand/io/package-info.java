/**
 * Parameters in files: {@link dev.longhand.io.Weights} saves and loads them in the safetensors format. Arrays of numbers
 * in NumPy's files: {@link dev.longhand.io.Npy} and {@link dev.longhand.io.Npz}.
 *
 * <p>Receives models, arrays and paths. Files are not trusted: everything is checked when it's read, and {@link
 * dev.longhand.io.InvalidFileException} says what is wrong with it. Knows nothing of training and data.
 */
@NullMarked
package dev.longhand.io;

import org.jspecify.annotations.NullMarked;
