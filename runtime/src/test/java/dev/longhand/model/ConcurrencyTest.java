package dev.longhand.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.data.Dataset;
import dev.longhand.io.Weights;
import dev.longhand.optimizer.Sgd;
import dev.longhand.testing.Samples;
import dev.longhand.testing.TwoLayers;
import dev.longhand.training.Callback;
import dev.longhand.training.EpochResult;
import dev.longhand.training.Trainer;
import dev.longhand.training.Training;
import dev.longhand.training.TrainingStep;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to a model that several threads use at once. */
@Tag("kernels")
class ConcurrencyTest {

    @Test
    void aParallelPredictorUsedByASecondThreadThrows() throws Exception {
        Model model = TwoLayers.classes(100, 200, 3, 1);
        float[] x = Samples.clouds(2_000, 100, 3, 1).inputs();
        float[] expected = model.predict(x);
        AtomicInteger refused = new AtomicInteger();
        try (ParallelPredictor predictor = ParallelPredictor.of(model, 2)) {
            inThreads(4, () -> {
                for (int i = 0; i < 20; i++) {
                    try {
                        assertThat(predictor.predict(x)).isEqualTo(expected);
                    } catch (IllegalStateException e) {
                        assertThat(e)
                                .hasMessage(
                                        "this ParallelPredictor of Example is predicting for another thread: give each"
                                                + " thread a separate one, or use model.predict");
                        refused.incrementAndGet();
                    }
                }
                return null;
            });
            assertThat(refused).hasPositiveValue();
            assertThat(predictor.predict(x)).isEqualTo(expected);
        }
    }

    @Test
    void predictionsNeverMixParametersThatAreReplaced() throws Exception {
        Model model = TwoLayers.classes(20, 50, 3, 1);
        float[][] states = {
            model.parameters().copy(),
            TwoLayers.classes(20, 50, 3, 2).parameters().copy()
        };
        float[] x = Samples.clouds(300, 20, 3, 1).inputs();
        float[] one = Arrays.copyOf(x, 20);
        List<float[]> all = new ArrayList<>();
        List<float[]> ofOne = new ArrayList<>();
        for (float[] state : states) {
            model.parameters().set(state);
            all.add(model.predict(x));
            ofOne.add(model.predict(one));
        }
        AtomicBoolean isDone = new AtomicBoolean();
        AtomicInteger readers = new AtomicInteger(4);
        inThreads(5, () -> {
            if (readers.getAndDecrement() <= 0) {
                for (int i = 0; !isDone.get(); i++) {
                    model.parameters().set(states[i % 2]);
                }
                return null;
            }
            try (ParallelPredictor parallel = ParallelPredictor.of(model, 2)) {
                for (int i = 0; i < 300; i++) {
                    assertThat(model.predict(one))
                            .satisfiesAnyOf(
                                    y -> assertThat(y).isEqualTo(ofOne.get(0)),
                                    y -> assertThat(y).isEqualTo(ofOne.get(1)));
                    assertThat(i % 2 == 0 ? model.predict(x) : parallel.predict(x))
                            .satisfiesAnyOf(
                                    y -> assertThat(y).isEqualTo(all.get(0)),
                                    y -> assertThat(y).isEqualTo(all.get(1)));
                    assertThat(model.parameters().copy())
                            .satisfiesAnyOf(
                                    y -> assertThat(y).isEqualTo(states[0]),
                                    y -> assertThat(y).isEqualTo(states[1]));
                }
            } finally {
                isDone.set(true);
            }
            return null;
        });
    }

    @Test
    void sixteenThreadsPredictWhileWeightsAreLoadedIntoAnotherModel(@TempDir Path folder) throws Exception {
        Model model = TwoLayers.classes(20, 50, 3, 1);
        Model other = TwoLayers.classes(20, 50, 3, 2);
        List<Path> files = save(folder, 20, 50);
        float[] x = Samples.clouds(300, 20, 3, 1).inputs();
        float[] expected = model.predict(x);
        String digest = model.parameters().sha256();
        AtomicBoolean isDone = new AtomicBoolean();
        AtomicInteger predicting = new AtomicInteger(16);
        inThreads(17, () -> {
            if (predicting.getAndDecrement() <= 0) {
                for (int i = 0; !isDone.get(); i++) {
                    Weights.load(other, files.get(i % 2));
                }
                return null;
            }
            try {
                for (int i = 0; i < 100; i++) {
                    int n = i % 4 == 0 ? 300 : 1 + i % 7;
                    float[] y = new float[3 * n];
                    model.predict(x, n, y);
                    assertThat(y).isEqualTo(Arrays.copyOf(expected, y.length));
                }
            } finally {
                isDone.set(true);
            }
            return null;
        });
        assertThat(model.parameters().sha256()).isEqualTo(digest);
    }

    @Test
    void sixteenThreadsPredictWithAllOldOrAllNewWeightsWhileTheyAreLoaded(@TempDir Path folder) throws Exception {
        Model model = TwoLayers.classes(20, 50, 3, 1);
        List<Path> files = save(folder, 20, 50);
        float[] x = Samples.clouds(40, 20, 3, 1).inputs();
        List<float[]> expected = new ArrayList<>();
        List<float[]> sampled = new ArrayList<>();
        for (Path file : files) {
            Weights.load(model, file);
            expected.add(model.predict(x));
            sampled.add(model.sample(x, 2, 1).mean());
        }
        AtomicBoolean isDone = new AtomicBoolean();
        AtomicInteger predicting = new AtomicInteger(16);
        inThreads(17, () -> {
            if (predicting.getAndDecrement() <= 0) {
                for (int i = 0; !isDone.get(); i++) {
                    Weights.load(model, files.get(i % 2));
                }
                return null;
            }
            try {
                for (int i = 0; i < 100; i++) {
                    List<float[]> right = i % 10 == 0 ? sampled : expected;
                    assertThat(i % 10 == 0 ? model.sample(x, 2, 1).mean() : model.predict(x))
                            .satisfiesAnyOf(
                                    y -> assertThat(y).isEqualTo(right.get(0)),
                                    y -> assertThat(y).isEqualTo(right.get(1)));
                }
            } finally {
                isDone.set(true);
            }
            return null;
        });
        Weights.load(model, files.get(0));
        assertThat(model.predict(x)).isEqualTo(expected.get(0));
    }

    private static List<Path> save(Path folder, int in, int hidden) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Path file = folder.resolve(i + ".safetensors");
            Weights.save(TwoLayers.classes(in, hidden, 3, 10 + i), file);
            files.add(file);
        }
        return files;
    }

    @Test
    void trainingAndLoadingAreRefusedWhileAnotherThreadTrains(@TempDir Path folder) throws Exception {
        Model model = TwoLayers.classes(4, 5, 3, 1);
        Path file = save(folder, 4, 5).get(0);
        Dataset data = Samples.clouds(60, 4, 3, 1);
        AtomicReference<Throwable> training = new AtomicReference<>();
        AtomicReference<Throwable> step = new AtomicReference<>();
        AtomicReference<Throwable> loading = new AtomicReference<>();
        Callback other = new Callback() {
            @Override
            public void onEpochEnd(Training running, EpochResult result) {
                run(() -> Trainer.of(model).fit(data), training);
                run(() -> TrainingStep.of(model, Sgd.learningRate(0.1), 4, 1).close(), step);
                run(() -> load(model, file), loading);
            }
        };
        Trainer.of(model).epochs(1).callback(other).fit(data);
        for (Throwable thrown : List.of(training.get(), step.get(), loading.get())) {
            assertThat(thrown)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("Example is being trained already by thread \"");
        }
        Trainer.of(model).epochs(1).fit(data);
        Weights.load(model, file);
    }

    @Test
    void aCallbackLoadsWeights(@TempDir Path folder) throws IOException {
        Model model = TwoLayers.classes(4, 5, 3, 1);
        Path file = folder.resolve("model.safetensors");
        Weights.save(model, file);
        float[] saved = model.parameters().copy();
        AtomicInteger loads = new AtomicInteger();
        Callback loading = new Callback() {
            @Override
            public void onEpochEnd(Training training, EpochResult result) {
                assertThat(model.parameters().copy()).isNotEqualTo(saved);
                load(model, file);
                assertThat(model.parameters().copy()).isEqualTo(saved);
                loads.incrementAndGet();
            }
        };
        Trainer.of(model).epochs(2).callback(loading).fit(Samples.clouds(60, 4, 3, 1));
        assertThat(loads).hasValue(2);
    }

    @Test
    void severalThreadsLoadWeightsAtOnce(@TempDir Path folder) throws Exception {
        Model model = TwoLayers.classes(4, 5, 3, 1);
        Path file = folder.resolve("model.safetensors");
        Weights.save(TwoLayers.classes(4, 5, 3, 2), file);
        inThreads(8, () -> {
            for (int i = 0; i < 200; i++) {
                load(model, file);
            }
            return null;
        });
        assertThat(model.parameters().copy())
                .isEqualTo(TwoLayers.classes(4, 5, 3, 2).parameters().copy());
    }

    private static void load(Model model, Path file) {
        try {
            Weights.load(model, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void otherThreadsCantReplaceParametersDuringATraining() throws Exception {
        Model model = TwoLayers.classes(4, 5, 3, 1);
        float[] parameters = model.parameters().copy();
        AtomicReference<Throwable> all = new AtomicReference<>();
        AtomicReference<Throwable> layer = new AtomicReference<>();
        Callback other = new Callback() {
            @Override
            public void onEpochEnd(Training training, EpochResult result) {
                run(() -> model.parameters().set(parameters), all);
                run(() -> model.parameters().layer(0).setBias(new float[5]), layer);
                model.parameters().layer(0).setBias(1, 2, 3, 4, 5);
            }
        };
        Trainer.of(model).callback(other).fit(Samples.clouds(60, 4, 3, 1));
        for (Throwable thrown : List.of(all.get(), layer.get())) {
            assertThat(thrown)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("Example is being trained already by thread \"")
                    .hasMessageEndingWith("\": replace its parameters when that is done, or from a callback");
        }
        assertThat(model.parameters().layer(0).bias()).containsExactly(1, 2, 3, 4, 5);
        model.parameters().set(parameters);
    }

    @Test
    void aStepOfASecondThreadIsRefused() throws Exception {
        Model model = TwoLayers.classes(100, 200, 3, 1);
        float[] x = Samples.clouds(200, 100, 3, 1).inputs();
        float[] t = Samples.clouds(200, 100, 3, 1).targets();
        AtomicInteger refused = new AtomicInteger();
        AtomicInteger taken = new AtomicInteger();
        try (TrainingStep step = TrainingStep.of(model, Sgd.learningRate(0.1), 200, 1, 2)) {
            inThreads(4, () -> {
                for (int i = 0; i < 20; i++) {
                    try {
                        step.run(x, t);
                        taken.incrementAndGet();
                    } catch (IllegalStateException e) {
                        assertThat(e).hasMessageStartingWith("a step of Example is running in another thread");
                        refused.incrementAndGet();
                    }
                }
                return null;
            });
            assertThat(step.optimizer().steps()).isEqualTo(taken.get());
        }
        assertThat(refused).hasPositiveValue();
    }

    @Test
    void aLivingThreadKeepsNoModelThatIsDropped() throws InterruptedException {
        List<WeakReference<Model>> models = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            Model model = TwoLayers.classes(20, 50, 3, i);
            model.predict(new float[20]);
            model.predict(new float[60]);
            models.add(new WeakReference<>(model));
        }
        awaitCleared(models);
    }

    @Test
    void aLivingThreadKeepsNoClassLoader() throws Exception {
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            loaders.add(new WeakReference<>(deploy()));
        }
        awaitCleared(loaders);
    }

    private static ClassLoader deploy() throws ReflectiveOperationException, MalformedURLException {
        List<URL> path = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            path.add(new File(entry).toURI().toURL());
        }
        ClassLoader loader = new URLClassLoader(path.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        Class<?> application = Class.forName(Deployed.class.getName(), true, loader);
        ((Runnable) application.getConstructor().newInstance()).run();
        return loader;
    }

    /** An application that predicts and is then undeployed. */
    public static final class Deployed implements Runnable {

        @Override
        public void run() {
            Model model = TwoLayers.classes(4, 5, 3, 1);
            model.predict(new float[4]);
            model.predict(new float[8]);
            Trainer.of(model).fit(Samples.clouds(60, 4, 3, 1));
        }
    }

    private static void awaitCleared(List<? extends WeakReference<?>> references) throws InterruptedException {
        for (int i = 0; i < 50 && references.stream().anyMatch(it -> it.get() != null); i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertThat(references).allMatch(it -> it.get() == null);
    }

    private static void run(Runnable action, AtomicReference<Throwable> thrown) {
        Thread thread = new Thread(action);
        thread.setUncaughtExceptionHandler((it, e) -> thrown.set(e));
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void inThreads(int count, Callable<Void> work) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        CountDownLatch ready = new CountDownLatch(count);
        List<Future<Void>> futures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            futures.add(threads.submit(() -> {
                ready.countDown();
                ready.await();
                return work.call();
            }));
        }
        try {
            for (Future<Void> future : futures) {
                future.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
