package dev.longhand.data;

import dev.longhand.Shape;
import dev.longhand.model.ModelInfo;
import java.io.IOException;
import java.util.List;

/** The samples of a source, each of which counts in the loss by the weight of its class times its own. */
class ClassWeightedSource implements SampleSource {

    private final SampleSource all;
    private final float[] weights;

    private ClassWeightedSource(SampleSource all, float[] weights) {
        this.all = all;
        this.weights = weights;
    }

    /** See {@link SampleSource#withClassWeights}. */
    static SampleSource of(SampleSource all, float[] weights) {
        if (all.classes() == 0) {
            throw new IllegalStateException(
                    "the samples of the source have targets but no labels: weights of classes need classes");
        }
        Importance.requireWeights("class weights", weights, "classes", all.classes());
        return all instanceof IndexedSource indexed
                ? new Indexed(indexed, weights.clone())
                : new ClassWeightedSource(all, weights.clone());
    }

    /** The same of a source whose samples can be read in any order. */
    private static final class Indexed extends ClassWeightedSource implements IndexedSource {

        private final IndexedSource all;

        Indexed(IndexedSource all, float[] weights) {
            super(all, weights);
            this.all = all;
        }

        @Override
        public void read(long sample, SampleBuffer buffer, int row) throws IOException {
            all.read(sample, buffer, row);
            weigh(buffer, row);
        }

        @Override
        public SampleReader open() {
            return new IndexedReader(this);
        }
    }

    /** Multiplies the weight in the loss of a row that was read. */
    void weigh(SampleBuffer buffer, int row) {
        int label = Labels.of(buffer.targets(), row * buffer.targetSize(), buffer.targetSize());
        buffer.setWeight(row, buffer.weight(row), buffer.weightInLoss(row) * weights[label]);
    }

    @Override
    public Shape inputShape() {
        return all.inputShape();
    }

    @Override
    public int targetSize() {
        return all.targetSize();
    }

    @Override
    public long size() {
        return all.size();
    }

    @Override
    public int classes() {
        return all.classes();
    }

    @Override
    public List<Integer> absentClasses() {
        return all.absentClasses();
    }

    @Override
    public TargetKind targetKind() {
        return all.targetKind();
    }

    @Override
    public String inputName(int index) {
        return all.inputName(index);
    }

    @Override
    public void requireFits(ModelInfo model) {
        all.requireFits(model);
    }

    @Override
    public SampleReader open() throws IOException {
        SampleReader reader = all.open();
        return new SampleReader() {
            @Override
            public int read(SampleBuffer buffer, int row, int n) throws IOException {
                int count = reader.read(buffer, row, n);
                for (int i = 0; i < count; i++) {
                    weigh(buffer, row + i);
                }
                return count;
            }

            @Override
            public long skip(long n) throws IOException {
                return reader.skip(n);
            }

            @Override
            public void close() throws IOException {
                reader.close();
            }
        };
    }
}
