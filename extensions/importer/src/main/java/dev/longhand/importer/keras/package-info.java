/**
 * Networks that Keras saved: {@link dev.longhand.importer.keras.KerasFile} reads a {@code .keras} or {@code .h5} file.
 *
 * <p>{@code KerasModel} is the architecture as the file's JSON has it, {@code KerasArrays} the weights as its HDF5 has them;
 * {@code Converter} makes layers of Longhand of them, by a class for each family of layers. Knows nothing of how a network
 * is written.
 */
@NullMarked
package dev.longhand.importer.keras;

import org.jspecify.annotations.NullMarked;
