/**
 * Stage 1, read: a mirror of what the user wrote. It computes and judges nothing; it keeps the
 * element, the annotation and the value of everything, so that a later problem can point at it.
 *
 * <p>What the compiler itself can't make sense of (a constant that doesn't exist, a value of the
 * wrong type, a missing attribute) is read as absent: the compiler speaks about it, nobody else does.
 */
@NullMarked
package dev.longhand.processor.read;

import org.jspecify.annotations.NullMarked;
