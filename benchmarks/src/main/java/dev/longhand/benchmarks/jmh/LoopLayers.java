package dev.longhand.benchmarks.jmh;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.Style;
import dev.longhand.layer.Dense;
import dev.longhand.model.Model;

/** Two square dense layers of one size, ReLU, written as loops. */
final class LoopLayers {

    private LoopLayers() {}

    /** The network of this size. */
    static Model model(int size) {
        return switch (size) {
            case 2 -> LoopLayers_Size2Model.create(1);
            case 4 -> LoopLayers_Size4Model.create(1);
            case 6 -> LoopLayers_Size6Model.create(1);
            case 8 -> LoopLayers_Size8Model.create(1);
            case 10 -> LoopLayers_Size10Model.create(1);
            case 12 -> LoopLayers_Size12Model.create(1);
            case 16 -> LoopLayers_Size16Model.create(1);
            case 24 -> LoopLayers_Size24Model.create(1);
            case 32 -> LoopLayers_Size32Model.create(1);
            case 48 -> LoopLayers_Size48Model.create(1);
            case 64 -> LoopLayers_Size64Model.create(1);
            case 100 -> LoopLayers_Size100Model.create(1);
            default -> throw new IllegalArgumentException("no network of size " + size);
        };
    }

    /** 2 × 2. */
    @Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR, style = Style.LOOPS)
    interface Size2 {
        @Dense(units = 2, activation = Activation.RELU)
        Layer first();

        @Dense(units = 2, activation = Activation.RELU)
        Layer second();
    }

    /** 4 × 4. */
    @Network(input = 4, loss = Loss.MEAN_SQUARED_ERROR, style = Style.LOOPS)
    interface Size4 {
        @Dense(units = 4, activation = Activation.RELU)
        Layer first();

        @Dense(units = 4, activation = Activation.RELU)
        Layer second();
    }

    /** 6 × 6. */
    @Network(input = 6, loss = Loss.MEAN_SQUARED_ERROR, style = Style.LOOPS)
    interface Size6 {
        @Dense(units = 6, activation = Activation.RELU)
        Layer first();

        @Dense(units = 6, activation = Activation.RELU)
        Layer second();
    }

    /** 8 × 8. */
    @Network(input = 8, loss = Loss.MEAN_SQUARED_ERROR, style = Style.LOOPS)
    interface Size8 {
        @Dense(units = 8, activation = Activation.RELU)
        Layer first();

        @Dense(units = 8, activation = Activation.RELU)
        Layer second();
    }

    /** 10 × 10. */
    @Network(input = 10, loss = Loss.MEAN_SQUARED_ERROR, style = Style.LOOPS)
    interface Size10 {
        @Dense(units = 10, activation = Activation.RELU)
        Layer first();

        @Dense(units = 10, activation = Activation.RELU)
        Layer second();
    }

    /** 12 × 12. */
    @Network(input = 12, loss = Loss.MEAN_SQUARED_ERROR, style = Style.LOOPS)
    interface Size12 {
        @Dense(units = 12, activation = Activation.RELU)
        Layer first();

        @Dense(units = 12, activation = Activation.RELU)
        Layer second();
    }

    /** 16 × 16. */
    @Network(input = 16, loss = Loss.MEAN_SQUARED_ERROR, style = Style.LOOPS)
    interface Size16 {
        @Dense(units = 16, activation = Activation.RELU)
        Layer first();

        @Dense(units = 16, activation = Activation.RELU)
        Layer second();
    }

    /** 24 × 24. */
    @Network(input = 24, loss = Loss.MEAN_SQUARED_ERROR, style = Style.LOOPS)
    interface Size24 {
        @Dense(units = 24, activation = Activation.RELU)
        Layer first();

        @Dense(units = 24, activation = Activation.RELU)
        Layer second();
    }

    /** 32 × 32. */
    @Network(input = 32, loss = Loss.MEAN_SQUARED_ERROR, style = Style.LOOPS)
    interface Size32 {
        @Dense(units = 32, activation = Activation.RELU)
        Layer first();

        @Dense(units = 32, activation = Activation.RELU)
        Layer second();
    }

    /** 48 × 48. */
    @Network(input = 48, loss = Loss.MEAN_SQUARED_ERROR, style = Style.LOOPS)
    interface Size48 {
        @Dense(units = 48, activation = Activation.RELU)
        Layer first();

        @Dense(units = 48, activation = Activation.RELU)
        Layer second();
    }

    /** 64 × 64. */
    @Network(input = 64, loss = Loss.MEAN_SQUARED_ERROR, style = Style.LOOPS)
    interface Size64 {
        @Dense(units = 64, activation = Activation.RELU)
        Layer first();

        @Dense(units = 64, activation = Activation.RELU)
        Layer second();
    }

    /** 100 × 100. */
    @Network(input = 100, loss = Loss.MEAN_SQUARED_ERROR, style = Style.LOOPS)
    interface Size100 {
        @Dense(units = 100, activation = Activation.RELU)
        Layer first();

        @Dense(units = 100, activation = Activation.RELU)
        Layer second();
    }
}
