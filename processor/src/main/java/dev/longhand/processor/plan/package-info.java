/**
 * Stage 4, plan: fuses layers, lays out parameters and buffers, names them, chooses a code style for each layer and
 * splits methods that would be too long. Receives the flow of gradients; nothing is left to decide after it. The plan
 * of each kind of layer is in its package.
 */
@NullMarked
package dev.longhand.processor.plan;

import org.jspecify.annotations.NullMarked;
