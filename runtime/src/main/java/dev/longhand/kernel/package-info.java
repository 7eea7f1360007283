/**
 * Which kernels run ({@link dev.longhand.kernel.Kernels}). The kernels themselves, the loops in which passes spend
 * their time, are in the subpackages, one for each family of layers: plain or by the Vector API, with the same bits.
 * They receive flat arrays and sizes and know nothing of models, training and data.
 */
@NullMarked
package dev.longhand.kernel;

import org.jspecify.annotations.NullMarked;
