/**
 * What a generated model is: {@link dev.longhand.model.Model}, its {@link
 * dev.longhand.model.Parameters}, the description they share ({@link dev.longhand.model.ModelInfo})
 * and the {@link dev.longhand.model.Workspace} that a pass runs in.
 *
 * <p>Receives the description in the generated source; passes arrays to the kernels. Knows nothing
 * of training and data.
 */
@NullMarked
package dev.longhand.model;

import org.jspecify.annotations.NullMarked;
