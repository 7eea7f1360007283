package dev.longhand.benchmarks.bits;

import dev.longhand.benchmarks.work.Samples;
import dev.longhand.data.Dataset;
import dev.longhand.model.Model;
import dev.longhand.model.ParallelPredictor;
import dev.longhand.model.Uncertainty;
import dev.longhand.optimizer.Optimizer;
import dev.longhand.training.History;
import dev.longhand.training.Monitor;
import dev.longhand.training.Trainer;
import java.util.Arrays;
import java.util.function.LongFunction;

/**
 * A short training whose result is fixed to the bit, on any JDK, with either kernels and any number of threads.
 *
 * @param name of the network and its style
 * @param model creates the model from a seed
 * @param inputs the kind of inputs
 * @param optimizer updates the parameters
 * @param batch the samples of a step
 * @param steps the steps of an epoch, of which there are two; the last has one sample less than the others
 */
record FixedTraining(
        String name, LongFunction<Model> model, Samples inputs, Optimizer optimizer, int batch, int steps) {

    private static final int SEED = 42;

    private static final int EPOCHS = 2;

    /** Trains and predicts: the name, the digest of parameters and state, and the digest of predictions and losses. */
    String digests(int threads) {
        Model trained = model.apply(SEED);
        Dataset samples = inputs.draw(trained, batch * steps - 1, SEED);
        History history = Trainer.of(trained)
                .optimizer(optimizer)
                .batchSize(batch)
                .epochs(EPOCHS)
                .seed(SEED)
                .threads(threads)
                .validation(samples)
                .fit(samples);
        return "%-22s %s %s"
                .formatted(name, trained.parameters().sha256(), predictions(trained, samples, threads, history));
    }

    /** Predicts all samples at once, the first alone, and three passes with random layers active; then the losses. */
    private static String predictions(Model model, Dataset samples, int threads, History history) {
        float[] x = samples.inputs();
        float[] first = Arrays.copyOf(x, model.info().input().size());
        Sha256 digest = new Sha256();
        try (ParallelPredictor predictor = ParallelPredictor.of(model, threads)) {
            digest.add(predictor.predict(x));
        }
        Uncertainty uncertainty = model.sample(first, 3, SEED);
        return digest.add(model.predict(first))
                .add(uncertainty.mean())
                .add(uncertainty.deviation())
                .add(floats(history.values(Monitor.LOSS)))
                .add(floats(history.values(Monitor.VALIDATION_LOSS)))
                .hex();
    }

    private static float[] floats(double[] values) {
        float[] rounded = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            rounded[i] = (float) values[i];
        }
        return rounded;
    }
}
