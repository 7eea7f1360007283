package dev.longhand.benchmarks.work;

import java.util.Arrays;

/**
 * The numbers of one array of a layer among all numbers of the network: its parameters followed by its state.
 *
 * @param offset where they begin
 * @param size how many they are
 */
public record ArraySlice(int offset, int size) {

    /** A copy of them. */
    public float[] of(float[] all) {
        return Arrays.copyOfRange(all, offset, offset + size);
    }
}
