package dev.longhand.data;

import dev.longhand.Shape;
import dev.longhand.model.ModelInfo;
import java.util.List;

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
    public List<Integer> absentClasses() {
        return data.hasLabels() ? Labels.absent(data.classCounts()) : List.of();
    }

    @Override
    public String inputName(int index) {
        return data.inputName(index);
    }

    @Override
    public TargetKind targetKind() {
        return data.targetKind();
    }

    @Override
    public void requireFits(ModelInfo model) {
        data.requireFits(model);
    }

    @Override
    public void read(long sample, SampleBuffer buffer, int row) {
        data.copyTo((int) sample, buffer, row);
    }

    @Override
    public String toString() {
        return data.toString();
    }
}
