package dev.longhand.io;

import dev.longhand.model.Model;
import dev.longhand.model.ModelInfo;
import dev.longhand.model.Parameters;
import dev.longhand.model.Predictor;
import dev.longhand.model.Workspace;

/** A network that has parameters and computes nothing. */
record Described(Parameters parameters) implements Model {

    static Described of(ModelInfo.Builder builder) {
        return new Described(Parameters.draw(builder.build(), 1));
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
