/**
 * Stage 1, read: a mirror of what the user wrote. It computes and judges nothing; it keeps the
 * element, the annotation and the value of everything, so that a later problem can point at it.
 *
 * <p>What javac itself rejects (a constant that doesn't exist, a value of the
 * wrong type, a missing attribute) is read as absent: javac reports it, so Longhand doesn't.
 */
@NullMarked
package dev.longhand.processor.read;

import org.jspecify.annotations.NullMarked;
