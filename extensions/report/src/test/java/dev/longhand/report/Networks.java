package dev.longhand.report;

import dev.longhand.Activation;
import dev.longhand.From;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.Output;
import dev.longhand.Padding;
import dev.longhand.layer.Activate;
import dev.longhand.layer.Add;
import dev.longhand.layer.Conv2d;
import dev.longhand.layer.Dense;
import dev.longhand.layer.Dropout;
import dev.longhand.layer.Flatten;
import dev.longhand.layer.Gru;
import dev.longhand.layer.MaxPool2d;

/** The networks that pages are written about. */
final class Networks {

    private Networks() {}

    /** Images of 8×8, with a shortcut. */
    @Network(
            input = {8, 8, 1},
            loss = Loss.CROSS_ENTROPY)
    interface Bars {
        @Conv2d(filters = 4, kernel = 3, padding = Padding.SAME, activation = Activation.RELU)
        Layer edges();

        @Conv2d(filters = 4, kernel = 3, padding = Padding.SAME)
        Layer corners();

        @Add
        @From({"edges", "corners"})
        Layer both();

        @Activate(Activation.RELU)
        Layer active();

        @MaxPool2d
        Layer pooled();

        @Flatten
        Layer row();

        @Dropout(rate = 0.1f)
        Layer some();

        @Dense(units = 3, activation = Activation.SOFTMAX)
        Layer output();
    }

    /** A number of two numbers. */
    @Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
    interface Plane {
        @Dense(units = 4, activation = Activation.TANH)
        Layer hidden();

        @Dense(units = 1)
        Layer output();
    }

    /** One of two classes. */
    @Network(input = 2, loss = Loss.BINARY_CROSS_ENTROPY)
    interface Sides {
        @Dense(units = 4, activation = Activation.TANH)
        Layer hidden();

        @Dense(units = 1, activation = Activation.SIGMOID)
        Layer output();
    }

    /** A class for each step of a sequence. */
    @Network(
            input = {5, 2},
            loss = Loss.CROSS_ENTROPY)
    interface Steps {
        @Gru(units = 4, returnSequences = true)
        Layer reader();

        @Dense(units = 3, activation = Activation.SOFTMAX)
        Layer output();
    }

    /** Two outputs. */
    @Network(input = 2)
    interface Twins {
        @Dense(units = 6, activation = Activation.TANH)
        Layer hidden();

        @Dense(units = 2, activation = Activation.SOFTMAX)
        @Output(loss = Loss.CROSS_ENTROPY)
        Layer side();

        @Dense(units = 1)
        @From("hidden")
        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        Layer height();
    }
}
