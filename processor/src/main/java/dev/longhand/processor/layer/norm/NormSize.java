package dev.longhand.processor.layer.norm;

import dev.longhand.Shape;

/**
 * What a normalization normalizes.
 *
 * @param positions the positions of a sample, each with a number for each channel
 * @param channels the channels
 * @param epsilon ε
 */
public record NormSize(int positions, int channels, float epsilon) {

    static NormSize of(Shape input, float epsilon) {
        return new NormSize(input.size() / input.last(), input.last(), epsilon);
    }
}
