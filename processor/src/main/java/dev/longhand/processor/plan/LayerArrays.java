package dev.longhand.processor.plan;

import java.util.Optional;

/**
 * The arrays of a layer that reads one other.
 *
 * @param x its input
 * @param a its output
 * @param gradient da, or dz where the loss has differentiated the activation
 * @param dx the gradient with respect to its input, if any parameter depends on that
 */
public record LayerArrays(InputArray x, WorkspaceArray a, WorkspaceArray gradient, Optional<WorkspaceArray> dx) {}
