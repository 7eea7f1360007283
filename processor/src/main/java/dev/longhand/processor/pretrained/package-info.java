/**
 * Compares the weights of a pretrained network with its plan, whose arrays they must be, and plans what their metadata adds
 * to the model: the names of classes, and the columns of a recipe. Receives a plan and the bytes of a file; knows nothing
 * of where the file is, nor of printing.
 */
@NullMarked
package dev.longhand.processor.pretrained;

import org.jspecify.annotations.NullMarked;
