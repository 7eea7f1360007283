/**
 * The loops that passes spend their time in ({@link dev.longhand.kernel.Kernels}), plain or by the Vector
 * API and alike to the bit; the threads that share them ({@link dev.longhand.kernel.Team}); batches whose
 * zeros are skipped ({@link dev.longhand.kernel.InputBatch}); and the scalar functions that generated
 * source calls ({@link dev.longhand.kernel.Functions}). Receives flat arrays
 * and sizes; knows nothing of models, training and data.
 */
@NullMarked
package dev.longhand.kernel;

import org.jspecify.annotations.NullMarked;
