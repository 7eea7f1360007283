package dev.longhand.model;

/**
 * Numbers that a layer keeps in a workspace beside its outputs.
 *
 * @param size how many
 * @param perSample whether each sample of a batch has as many, or all of them together
 */
public record BufferInfo(int size, boolean perSample) {}
