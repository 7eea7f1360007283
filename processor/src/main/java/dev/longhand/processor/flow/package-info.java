/**
 * Stage 3, flow: which layers learn, where gradients flow and where those of several readers are added, what the
 * forward pass keeps for the backward pass, and whether the loss is differentiated together with the last
 * activation. Receives the checked network; knows no kind of layer, only what each kind says of its derivative.
 */
@NullMarked
package dev.longhand.processor.flow;

import org.jspecify.annotations.NullMarked;
