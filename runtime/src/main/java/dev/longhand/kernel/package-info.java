/**
 * Kernels: the loops that compute layers, plain or with the Vector API, with the same bits. {@link
 * dev.longhand.kernel.Kernels} says which of them run. They get flat arrays and sizes, and know nothing of models,
 * training and data. Each family of layers has a package:
 *
 * <ul>
 *   <li>{@code function}: activation functions, of single numbers and of whole batches
 *   <li>{@code dense}: dense layers
 *   <li>{@code convolution}, {@code pool}: convolutions, pools, and both in one pass
 *   <li>{@code norm}: batch norm and layer norm
 *   <li>{@code recurrent}: simple recurrent layers, GRU and LSTM
 *   <li>{@code embedding}: tables of vectors
 * </ul>
 *
 * <p>They are built on {@code matrix}, products of matrices, {@code team}, threads that share a job, {@code weights},
 * weights that are packed once for all predictions, and {@code warmup}, which has vector kernels compiled in the background.
 * {@code noise} draws normally distributed numbers. {@code provider} chooses the kernels and creates them.
 */
@NullMarked
package dev.longhand.kernel;

import org.jspecify.annotations.NullMarked;
