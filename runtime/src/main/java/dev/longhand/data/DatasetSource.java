package dev.longhand.data;

import dev.longhand.Shape;

/** The samples of a data set as a source. */
record DatasetSource(Dataset data) implements IndexedSource {

    @Override
    public Shape inputShape() {
        return data.inputShape();
    }

    @Override
    public int targetSize() {
        return data.targetSize();
    }

    @Override
    public long size() {
        return data.size();
    }

    @Override
    public int classes() {
        return data.classes();
    }

    @Override
    public TargetKind targetKind() {
        return data.targetKind();
    }

    @Override
    public void read(long sample, SampleBuffer buffer, int row) {
        data.copyTo((int) sample, buffer, row);
    }
}
