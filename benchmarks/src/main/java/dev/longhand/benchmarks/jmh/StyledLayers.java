package dev.longhand.benchmarks.jmh;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.Style;
import dev.longhand.layer.Dense;
import dev.longhand.model.Model;

/** Two square dense layers of one size, ReLU, in each style: the networks of {@link StyleBenchmark}. */
final class StyledLayers {

    private StyledLayers() {}

    /** Named by style and size. A layer too large to be unrolled is written as loops. */
    static Model model(Style style, int size) {
        return switch (style + " " + size) {
            case "UNROLLED 2" -> StyledLayers_Unrolled2Model.create(1);
            case "UNROLLED 4" -> StyledLayers_Unrolled4Model.create(1);
            case "UNROLLED 6" -> StyledLayers_Unrolled6Model.create(1);
            case "UNROLLED 8" -> StyledLayers_Unrolled8Model.create(1);
            case "UNROLLED 10" -> StyledLayers_Unrolled10Model.create(1);
            case "UNROLLED 12" -> StyledLayers_Unrolled12Model.create(1);
            case "UNROLLED 16" -> StyledLayers_Unrolled16Model.create(1);
            case "UNROLLED 24" -> StyledLayers_Unrolled24Model.create(1);
            case "UNROLLED 32" -> StyledLayers_Unrolled32Model.create(1);
            case "UNROLLED 48" -> StyledLayers_Unrolled48Model.create(1);
            case "UNROLLED 64" -> StyledLayers_Unrolled64Model.create(1);
            case "UNROLLED 100" -> StyledLayers_Unrolled100Model.create(1);
            case "LOOPS 2" -> StyledLayers_Loops2Model.create(1);
            case "LOOPS 4" -> StyledLayers_Loops4Model.create(1);
            case "LOOPS 6" -> StyledLayers_Loops6Model.create(1);
            case "LOOPS 8" -> StyledLayers_Loops8Model.create(1);
            case "LOOPS 10" -> StyledLayers_Loops10Model.create(1);
            case "LOOPS 12" -> StyledLayers_Loops12Model.create(1);
            case "LOOPS 16" -> StyledLayers_Loops16Model.create(1);
            case "LOOPS 24" -> StyledLayers_Loops24Model.create(1);
            case "LOOPS 32" -> StyledLayers_Loops32Model.create(1);
            case "LOOPS 48" -> StyledLayers_Loops48Model.create(1);
            case "LOOPS 64" -> StyledLayers_Loops64Model.create(1);
            case "LOOPS 100" -> StyledLayers_Loops100Model.create(1);
            case "KERNELS 2" -> StyledLayers_Kernels2Model.create(1);
            case "KERNELS 4" -> StyledLayers_Kernels4Model.create(1);
            case "KERNELS 6" -> StyledLayers_Kernels6Model.create(1);
            case "KERNELS 8" -> StyledLayers_Kernels8Model.create(1);
            case "KERNELS 10" -> StyledLayers_Kernels10Model.create(1);
            case "KERNELS 12" -> StyledLayers_Kernels12Model.create(1);
            case "KERNELS 16" -> StyledLayers_Kernels16Model.create(1);
            case "KERNELS 24" -> StyledLayers_Kernels24Model.create(1);
            case "KERNELS 32" -> StyledLayers_Kernels32Model.create(1);
            case "KERNELS 48" -> StyledLayers_Kernels48Model.create(1);
            case "KERNELS 64" -> StyledLayers_Kernels64Model.create(1);
            case "KERNELS 100" -> StyledLayers_Kernels100Model.create(1);
            default -> throw new IllegalArgumentException("no network of size " + size + " in style " + style);
        };
    }

    /** 2 × 2. */
    @Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR, style = Style.UNROLLED)
    interface Unrolled2 {
        @Dense(units = 2, activation = Activation.RELU)
        Layer first();

        @Dense(units = 2, activation = Activation.RELU)
        Layer second();
    }

    /** 4 × 4. */
    @Network(input = 4, loss = Loss.MEAN_SQUARED_ERROR, style = Style.UNROLLED)
    interface Unrolled4 {
        @Dense(units = 4, activation = Activation.RELU)
        Layer first();

        @Dense(units = 4, activation = Activation.RELU)
        Layer second();
    }

    /** 6 × 6. */
    @Network(input = 6, loss = Loss.MEAN_SQUARED_ERROR, style = Style.UNROLLED)
    interface Unrolled6 {
        @Dense(units = 6, activation = Activation.RELU)
        Layer first();

        @Dense(units = 6, activation = Activation.RELU)
        Layer second();
    }

    /** 8 × 8. */
    @Network(input = 8, loss = Loss.MEAN_SQUARED_ERROR, style = Style.UNROLLED)
    interface Unrolled8 {
        @Dense(units = 8, activation = Activation.RELU)
        Layer first();

        @Dense(units = 8, activation = Activation.RELU)
        Layer second();
    }

    /** 10 × 10. */
    @Network(input = 10, loss = Loss.MEAN_SQUARED_ERROR, style = Style.UNROLLED)
    interface Unrolled10 {
        @Dense(units = 10, activation = Activation.RELU)
        Layer first();

        @Dense(units = 10, activation = Activation.RELU)
        Layer second();
    }

    /** 12 × 12. */
    @Network(input = 12, loss = Loss.MEAN_SQUARED_ERROR, style = Style.UNROLLED)
    interface Unrolled12 {
        @Dense(units = 12, activation = Activation.RELU)
        Layer first();

        @Dense(units = 12, activation = Activation.RELU)
        Layer second();
    }

    /** 16 × 16. */
    @Network(input = 16, loss = Loss.MEAN_SQUARED_ERROR, style = Style.UNROLLED)
    interface Unrolled16 {
        @Dense(units = 16, activation = Activation.RELU)
        Layer first();

        @Dense(units = 16, activation = Activation.RELU)
        Layer second();
    }

    /** 24 × 24. */
    @Network(input = 24, loss = Loss.MEAN_SQUARED_ERROR, style = Style.UNROLLED)
    interface Unrolled24 {
        @Dense(units = 24, activation = Activation.RELU)
        Layer first();

        @Dense(units = 24, activation = Activation.RELU)
        Layer second();
    }

    /** 32 × 32. */
    @Network(input = 32, loss = Loss.MEAN_SQUARED_ERROR, style = Style.UNROLLED)
    interface Unrolled32 {
        @Dense(units = 32, activation = Activation.RELU)
        Layer first();

        @Dense(units = 32, activation = Activation.RELU)
        Layer second();
    }

    /** 48 × 48. */
    @Network(input = 48, loss = Loss.MEAN_SQUARED_ERROR, style = Style.UNROLLED)
    interface Unrolled48 {
        @Dense(units = 48, activation = Activation.RELU)
        Layer first();

        @Dense(units = 48, activation = Activation.RELU)
        Layer second();
    }

    /** 64 × 64. */
    @Network(input = 64, loss = Loss.MEAN_SQUARED_ERROR, style = Style.UNROLLED)
    interface Unrolled64 {
        @Dense(units = 64, activation = Activation.RELU)
        Layer first();

        @Dense(units = 64, activation = Activation.RELU)
        Layer second();
    }

    /** 100 × 100. */
    @Network(input = 100, loss = Loss.MEAN_SQUARED_ERROR, style = Style.UNROLLED)
    interface Unrolled100 {
        @Dense(units = 100, activation = Activation.RELU)
        Layer first();

        @Dense(units = 100, activation = Activation.RELU)
        Layer second();
    }

    /** 2 × 2. */
    @Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR, style = Style.LOOPS)
    interface Loops2 {
        @Dense(units = 2, activation = Activation.RELU)
        Layer first();

        @Dense(units = 2, activation = Activation.RELU)
        Layer second();
    }

    /** 4 × 4. */
    @Network(input = 4, loss = Loss.MEAN_SQUARED_ERROR, style = Style.LOOPS)
    interface Loops4 {
        @Dense(units = 4, activation = Activation.RELU)
        Layer first();

        @Dense(units = 4, activation = Activation.RELU)
        Layer second();
    }

    /** 6 × 6. */
    @Network(input = 6, loss = Loss.MEAN_SQUARED_ERROR, style = Style.LOOPS)
    interface Loops6 {
        @Dense(units = 6, activation = Activation.RELU)
        Layer first();

        @Dense(units = 6, activation = Activation.RELU)
        Layer second();
    }

    /** 8 × 8. */
    @Network(input = 8, loss = Loss.MEAN_SQUARED_ERROR, style = Style.LOOPS)
    interface Loops8 {
        @Dense(units = 8, activation = Activation.RELU)
        Layer first();

        @Dense(units = 8, activation = Activation.RELU)
        Layer second();
    }

    /** 10 × 10. */
    @Network(input = 10, loss = Loss.MEAN_SQUARED_ERROR, style = Style.LOOPS)
    interface Loops10 {
        @Dense(units = 10, activation = Activation.RELU)
        Layer first();

        @Dense(units = 10, activation = Activation.RELU)
        Layer second();
    }

    /** 12 × 12. */
    @Network(input = 12, loss = Loss.MEAN_SQUARED_ERROR, style = Style.LOOPS)
    interface Loops12 {
        @Dense(units = 12, activation = Activation.RELU)
        Layer first();

        @Dense(units = 12, activation = Activation.RELU)
        Layer second();
    }

    /** 16 × 16. */
    @Network(input = 16, loss = Loss.MEAN_SQUARED_ERROR, style = Style.LOOPS)
    interface Loops16 {
        @Dense(units = 16, activation = Activation.RELU)
        Layer first();

        @Dense(units = 16, activation = Activation.RELU)
        Layer second();
    }

    /** 24 × 24. */
    @Network(input = 24, loss = Loss.MEAN_SQUARED_ERROR, style = Style.LOOPS)
    interface Loops24 {
        @Dense(units = 24, activation = Activation.RELU)
        Layer first();

        @Dense(units = 24, activation = Activation.RELU)
        Layer second();
    }

    /** 32 × 32. */
    @Network(input = 32, loss = Loss.MEAN_SQUARED_ERROR, style = Style.LOOPS)
    interface Loops32 {
        @Dense(units = 32, activation = Activation.RELU)
        Layer first();

        @Dense(units = 32, activation = Activation.RELU)
        Layer second();
    }

    /** 48 × 48. */
    @Network(input = 48, loss = Loss.MEAN_SQUARED_ERROR, style = Style.LOOPS)
    interface Loops48 {
        @Dense(units = 48, activation = Activation.RELU)
        Layer first();

        @Dense(units = 48, activation = Activation.RELU)
        Layer second();
    }

    /** 64 × 64. */
    @Network(input = 64, loss = Loss.MEAN_SQUARED_ERROR, style = Style.LOOPS)
    interface Loops64 {
        @Dense(units = 64, activation = Activation.RELU)
        Layer first();

        @Dense(units = 64, activation = Activation.RELU)
        Layer second();
    }

    /** 100 × 100. */
    @Network(input = 100, loss = Loss.MEAN_SQUARED_ERROR, style = Style.LOOPS)
    interface Loops100 {
        @Dense(units = 100, activation = Activation.RELU)
        Layer first();

        @Dense(units = 100, activation = Activation.RELU)
        Layer second();
    }

    /** 2 × 2. */
    @Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR, style = Style.KERNELS)
    interface Kernels2 {
        @Dense(units = 2, activation = Activation.RELU)
        Layer first();

        @Dense(units = 2, activation = Activation.RELU)
        Layer second();
    }

    /** 4 × 4. */
    @Network(input = 4, loss = Loss.MEAN_SQUARED_ERROR, style = Style.KERNELS)
    interface Kernels4 {
        @Dense(units = 4, activation = Activation.RELU)
        Layer first();

        @Dense(units = 4, activation = Activation.RELU)
        Layer second();
    }

    /** 6 × 6. */
    @Network(input = 6, loss = Loss.MEAN_SQUARED_ERROR, style = Style.KERNELS)
    interface Kernels6 {
        @Dense(units = 6, activation = Activation.RELU)
        Layer first();

        @Dense(units = 6, activation = Activation.RELU)
        Layer second();
    }

    /** 8 × 8. */
    @Network(input = 8, loss = Loss.MEAN_SQUARED_ERROR, style = Style.KERNELS)
    interface Kernels8 {
        @Dense(units = 8, activation = Activation.RELU)
        Layer first();

        @Dense(units = 8, activation = Activation.RELU)
        Layer second();
    }

    /** 10 × 10. */
    @Network(input = 10, loss = Loss.MEAN_SQUARED_ERROR, style = Style.KERNELS)
    interface Kernels10 {
        @Dense(units = 10, activation = Activation.RELU)
        Layer first();

        @Dense(units = 10, activation = Activation.RELU)
        Layer second();
    }

    /** 12 × 12. */
    @Network(input = 12, loss = Loss.MEAN_SQUARED_ERROR, style = Style.KERNELS)
    interface Kernels12 {
        @Dense(units = 12, activation = Activation.RELU)
        Layer first();

        @Dense(units = 12, activation = Activation.RELU)
        Layer second();
    }

    /** 16 × 16. */
    @Network(input = 16, loss = Loss.MEAN_SQUARED_ERROR, style = Style.KERNELS)
    interface Kernels16 {
        @Dense(units = 16, activation = Activation.RELU)
        Layer first();

        @Dense(units = 16, activation = Activation.RELU)
        Layer second();
    }

    /** 24 × 24. */
    @Network(input = 24, loss = Loss.MEAN_SQUARED_ERROR, style = Style.KERNELS)
    interface Kernels24 {
        @Dense(units = 24, activation = Activation.RELU)
        Layer first();

        @Dense(units = 24, activation = Activation.RELU)
        Layer second();
    }

    /** 32 × 32. */
    @Network(input = 32, loss = Loss.MEAN_SQUARED_ERROR, style = Style.KERNELS)
    interface Kernels32 {
        @Dense(units = 32, activation = Activation.RELU)
        Layer first();

        @Dense(units = 32, activation = Activation.RELU)
        Layer second();
    }

    /** 48 × 48. */
    @Network(input = 48, loss = Loss.MEAN_SQUARED_ERROR, style = Style.KERNELS)
    interface Kernels48 {
        @Dense(units = 48, activation = Activation.RELU)
        Layer first();

        @Dense(units = 48, activation = Activation.RELU)
        Layer second();
    }

    /** 64 × 64. */
    @Network(input = 64, loss = Loss.MEAN_SQUARED_ERROR, style = Style.KERNELS)
    interface Kernels64 {
        @Dense(units = 64, activation = Activation.RELU)
        Layer first();

        @Dense(units = 64, activation = Activation.RELU)
        Layer second();
    }

    /** 100 × 100. */
    @Network(input = 100, loss = Loss.MEAN_SQUARED_ERROR, style = Style.KERNELS)
    interface Kernels100 {
        @Dense(units = 100, activation = Activation.RELU)
        Layer first();

        @Dense(units = 100, activation = Activation.RELU)
        Layer second();
    }
}
