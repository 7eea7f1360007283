package bad;

import dev.longhand.Activation;
import dev.longhand.From;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.Output;
import dev.longhand.layer.BatchNorm;
import dev.longhand.layer.Concat;
import dev.longhand.layer.Conv1d;
import dev.longhand.layer.Dense;
import dev.longhand.layer.Embedding;
import dev.longhand.layer.Flatten;
import dev.longhand.layer.Input;
import dev.longhand.layer.Lstm;
import dev.longhand.layer.MaxPool1d;

class Masks {
    @Network(
            input = {6, 3},
            // error MASKED_OUTPUTS at `true`: "Heads" is masked, but has several outputs, which may not all be sequences; declare one network for each output, or remove masked = true
            masked = true)
    interface Heads {
        @Lstm(units = 4)
        Layer last();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @Dense(units = 1)
        Layer size();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("last")
        @Dense(units = 1)
        Layer age();
    }

    @Network(
            input = {6, 3},
            loss = Loss.MEAN_SQUARED_ERROR,
            // error MASKED_UNUSED at `true`: "NoRecurrence" is masked, but no recurrent layer reads its steps; add one, such as @Lstm, or remove masked = true
            masked = true)
    interface NoRecurrence {
        @Dense(units = 4)
        Layer steps();
    }

    @Network(
            input = {6, 3},
            loss = Loss.MEAN_SQUARED_ERROR,
            masked = true)
    interface Mixed {
        // error MASKED_MIXED at `@Conv1d`: "strokes" is @Conv1d, which computes several steps together, so it would mix masked steps with others; put it after a recurrent layer that returns its last state, or remove masked = true
        @Conv1d(filters = 2, kernel = 2)
        Layer strokes();

        @Lstm(units = 4)
        Layer last();

        @Dense(units = 2)
        Layer output();
    }

    @Network(
            input = {6, 3},
            loss = Loss.MEAN_SQUARED_ERROR,
            masked = true)
    interface Several {
        // error MASKED_MIXED at `@BatchNorm`: "norm" is @BatchNorm, which computes several steps together, so it would mix masked steps with others; put it after a recurrent layer that returns its last state, or remove masked = true
        @BatchNorm
        Layer norm();

        @Lstm(units = 4, returnSequences = true)
        Layer reader();

        @Lstm(units = 4, returnSequences = true)
        @From("input")
        Layer another();

        // error MASKED_MIXED at `@MaxPool1d`: "halves" is @MaxPool1d, which computes several steps together, so it would mix masked steps with others; put it after a recurrent layer that returns its last state, or remove masked = true
        @MaxPool1d
        Layer halves();

        // error MASKED_MIXED at `@Flatten`: "flat" is @Flatten, which computes several steps together, so it would mix masked steps with others; put it after a recurrent layer that returns its last state, or remove masked = true
        @Flatten
        @From("another")
        Layer flat();

        @Lstm(units = 12)
        @From("reader")
        Layer last();

        @Flatten
        @From("halves")
        Layer few();

        @Concat
        @From({"flat", "last", "few"})
        Layer output();
    }

    @Network(input = 6, loss = Loss.BINARY_CROSS_ENTROPY, masked = true)
    interface Words {
        // error MASKED_MIXED at `@Dense`: "hidden" is @Dense, which computes several steps together, so it would mix masked steps with others; put it after a recurrent layer that returns its last state, or remove masked = true
        @Dense(units = 6)
        Layer hidden();

        @Embedding(vocabulary = 9, dimensions = 2)
        @From("input")
        Layer words();

        @Lstm(units = 6)
        Layer reader();

        @Concat
        @From({"hidden", "reader"})
        Layer both();

        @Dense(units = 1, activation = Activation.SIGMOID)
        Layer output();
    }

    // error MASKED_INPUTS at `true`: "Inputs" is masked, but has several inputs, which may not all be sequences; declare one input in @Network, or remove masked = true
    @Network(loss = Loss.MEAN_SQUARED_ERROR, masked = true)
    interface Inputs {
        @Input({6, 3})
        Layer steps();

        @Lstm(units = 4)
        Layer reader();
    }
}
