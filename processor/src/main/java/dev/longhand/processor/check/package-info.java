/**
 * Stage 2, check: infers shapes and finds every error. Receives the declaration; returns a network without errors, or
 * all problems. The last stage that reports errors or sees javac's types. The check of each kind of layer is in its
 * package.
 */
@NullMarked
package dev.longhand.processor.check;

import org.jspecify.annotations.NullMarked;
