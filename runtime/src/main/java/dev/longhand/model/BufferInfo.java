package dev.longhand.model;

/**
 * An array that a layer needs in a workspace beside its outputs.
 *
 * @param size its length, for one sample if {@code perSample}
 * @param perSample whether each sample of a batch has its own {@code size} numbers
 */
public record BufferInfo(int size, boolean perSample) {}
