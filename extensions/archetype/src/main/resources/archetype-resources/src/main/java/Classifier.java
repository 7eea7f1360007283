package ${package};

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

/** The network: a row of numbers in, the probability of each class out. Compiling it writes ClassifierModel. */
@Network(input = 4, loss = Loss.CROSS_ENTROPY)
interface Classifier {

    /** Features of the row. */
    @Dense(units = 16, activation = Activation.RELU)
    Layer hidden();

    /** The probability of each class. */
    @Dense(units = 3, activation = Activation.SOFTMAX)
    Layer output();
}
