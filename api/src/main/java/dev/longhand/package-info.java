/**
 * The annotation {@link dev.longhand.Network} that declares a network, the enums of activations, losses, initializers
 * and styles, {@link dev.longhand.Layer}, the parameters of a declared layer, and {@link dev.longhand.Shape} and {@link
 * dev.longhand.Settings}, which describe layers. The layer annotations are in {@link dev.longhand.layer}.
 *
 * <p>Nothing here computes: the annotation processor reads these types, the runtime implements them.
 */
@NullMarked
package dev.longhand;

import org.jspecify.annotations.NullMarked;
