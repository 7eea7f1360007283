/**
 * What a network's declaration is written with: {@link dev.longhand.Network}, the enums of
 * activations, losses, initializers and styles, and {@link dev.longhand.Layer}, through which a
 * declared layer is looked into. The layer annotations are in {@link dev.longhand.layer}.
 *
 * <p>Nothing here computes: the annotation processor reads these types, the runtime implements them.
 */
@NullMarked
package dev.longhand;

import org.jspecify.annotations.NullMarked;
