package dev.longhand.report;

import dev.longhand.Initializer;
import dev.longhand.Loss;
import dev.longhand.initializer.Initialization;
import dev.longhand.model.Model;
import dev.longhand.model.ModelInfo;
import dev.longhand.model.Parameters;
import dev.longhand.model.Predictor;
import dev.longhand.model.Workspace;

/** A network of many layers, of which every seventh reads one far before it; it isn't computed. */
final class HugeModel implements Model {

    private final Parameters parameters;

    HugeModel(int layers) {
        ModelInfo.Builder info = ModelInfo.builder("Huge", Loss.MEAN_SQUARED_ERROR, 4);
        for (int i = 0; i < layers; i++) {
            info.layer("layer" + i, "Dense", "a = x·W", 4)
                    .parameter("weight", Initialization.of(Initializer.HE_NORMAL, 1, 4, 4), 4, 4);
            if (i % 7 == 6) {
                info.from(i - 1, i - 6);
            }
        }
        parameters = Parameters.draw(info.build(), 1);
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    @Override
    public Predictor predictor() {
        return new Predictor(this, info());
    }

    @Override
    public void forward(Workspace ws, int n) {
        throw new UnsupportedOperationException();
    }

    @Override
    public float loss(Workspace ws, int n) {
        throw new UnsupportedOperationException();
    }

    @Override
    public float backward(Workspace ws, int n) {
        throw new UnsupportedOperationException();
    }
}
