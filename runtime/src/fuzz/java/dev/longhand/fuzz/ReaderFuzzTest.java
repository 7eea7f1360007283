package dev.longhand.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Each reader on bytes that Jazzer invents, one method at a time. Each has a method, because Jazzer keeps what it has found
 * by method.
 */
class ReaderFuzzTest {

    private static final String DURATION = "10m";

    @FuzzTest(maxDuration = DURATION)
    void idx(byte[] bytes) {
        FuzzedReader.IDX.read(bytes);
    }

    @FuzzTest(maxDuration = DURATION)
    void mappedIdx(byte[] bytes) {
        FuzzedReader.MAPPED_IDX.read(bytes);
    }

    @FuzzTest(maxDuration = DURATION)
    void npy(byte[] bytes) {
        FuzzedReader.NPY.read(bytes);
    }

    @FuzzTest(maxDuration = DURATION)
    void mappedNpy(byte[] bytes) {
        FuzzedReader.MAPPED_NPY.read(bytes);
    }

    @FuzzTest(maxDuration = DURATION)
    void npz(byte[] bytes) {
        FuzzedReader.NPZ.read(bytes);
    }

    @FuzzTest(maxDuration = DURATION)
    void safetensors(byte[] bytes) {
        FuzzedReader.SAFETENSORS.read(bytes);
    }

    @FuzzTest(maxDuration = DURATION)
    void csv(byte[] bytes) {
        FuzzedReader.CSV.read(bytes);
    }

    @FuzzTest(maxDuration = DURATION)
    void recipe(byte[] bytes) {
        FuzzedReader.RECIPE.read(bytes);
    }

    @FuzzTest(maxDuration = DURATION)
    void checkpoint(byte[] bytes) {
        FuzzedReader.CHECKPOINT.read(bytes);
    }

    @FuzzTest(maxDuration = DURATION)
    void image(byte[] bytes) {
        FuzzedReader.IMAGE.read(bytes);
    }
}
