/**
 * Networks of other libraries as Longhand's: a reader, such as {@link dev.longhand.importer.onnx.OnnxFile}, makes an {@link
 * dev.longhand.importer.ImportedNetwork} of a file, which is written as the annotated declaration that a person would have
 * written, and as a safetensors file with the weights in Longhand's layout.
 *
 * <p>A file whose network can't be declared is refused as a whole: {@link dev.longhand.importer.RefusedException} lists every
 * node that is in the way, with its operator and the reason. Nothing is written then.
 */
@NullMarked
package dev.longhand.importer;

import org.jspecify.annotations.NullMarked;
