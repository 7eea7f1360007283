package dev.longhand.examples.descent;

import dev.longhand.Initializer;
import dev.longhand.Loss;
import dev.longhand.initializer.Initialization;
import dev.longhand.model.ModelInfo;
import dev.longhand.optimizer.Adagrad;
import dev.longhand.optimizer.Adam;
import dev.longhand.optimizer.Optimizer;
import dev.longhand.optimizer.OptimizerState;
import dev.longhand.optimizer.RmsProp;
import dev.longhand.optimizer.Sgd;
import java.util.ArrayList;
import java.util.List;

/** f = x² − y², which falls towards y = ±∞ but is flat at (0, 0), and the paths of optimizers on it. */
final class Saddle {

    static final int STEPS = 120;
    static final double START_X = 1;
    static final double START_Y = 1e-4;

    /** The description of a network with two parameters, which an optimizer requires. */
    private static final ModelInfo POINT = ModelInfo.builder("Point", Loss.MEAN_SQUARED_ERROR, 1)
            .layer("point", "Point", "(x, y)", 2)
            .parameter("weight", Initialization.of(Initializer.ZEROS, 1, 1, 2), 1, 2)
            .build();

    private Saddle() {}

    static double height(double x, double y) {
        return x * x - y * y;
    }

    /**
     * The path of one optimizer.
     *
     * @param points the start and the point after each step
     */
    record Path(String name, double learningRate, List<double[]> points) {

        /** The first step after which |y| is above 0.5; −1 if there is none. */
        int escape() {
            for (int step = 0; step < points.size(); step++) {
                if (Math.abs(points.get(step)[1]) > 0.5) {
                    return step;
                }
            }
            return -1;
        }
    }

    /** The paths of six optimizers from the same start. */
    static List<Path> paths() {
        return List.of(
                path("SGD", Sgd.learningRate(0.02)),
                path("momentum 0.9", Sgd.learningRate(0.02).momentum(0.9)),
                path("Nesterov 0.9", Sgd.learningRate(0.02).momentum(0.9).nesterov()),
                path("Adagrad", Adagrad.learningRate(0.1)),
                path("RMSprop", RmsProp.learningRate(0.02)),
                path("Adam", Adam.learningRate(0.02)));
    }

    private static Path path(String name, Optimizer optimizer) {
        OptimizerState state = optimizer.start(POINT);
        float[] point = {(float) START_X, (float) START_Y};
        List<double[]> points = new ArrayList<>();
        points.add(new double[] {point[0], point[1]});
        for (int step = 0; step < STEPS; step++) {
            float[] gradient = {2 * point[0], -2 * point[1]};
            state.update(point, gradient, 1);
            points.add(new double[] {point[0], point[1]});
        }
        return new Path(name, optimizer.learningRate(), points);
    }
}
