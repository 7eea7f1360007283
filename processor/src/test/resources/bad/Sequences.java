package bad;

import dev.longhand.Activation;
import dev.longhand.Initializer;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Activate;
import dev.longhand.layer.Dense;
import dev.longhand.layer.Embedding;
import dev.longhand.layer.Flatten;
import dev.longhand.layer.Gru;
import dev.longhand.layer.Lstm;
import dev.longhand.layer.Rnn;

class Sequences {
    @Network(input = 28, loss = Loss.MEAN_SQUARED_ERROR)
    interface Flat {
        // error SEQUENCE_NEEDED at `@Lstm`: "reader" is @Lstm, which needs a sequence, but its input is 28; declare time and features, such as input = {28, 28}, or put a layer before it that returns sequences, such as @Embedding or a recurrent layer with returnSequences = true
        @Lstm(units = 4)
        Layer reader();
    }

    @Network(input = {5, 3}, loss = Loss.MEAN_SQUARED_ERROR)
    interface Forgetful {
        @Gru(units = 4)
        Layer first();

        // error SEQUENCE_NEEDED at `@Rnn`: "second" is @Rnn, which needs a sequence, but its input is 4; declare time and features, such as input = {28, 28}, or put a layer before it that returns sequences, such as @Embedding or a recurrent layer with returnSequences = true
        @Rnn(units = 4)
        Layer second();
    }

    @Network(input = {5, 3}, loss = Loss.MEAN_SQUARED_ERROR)
    interface Attributes {
        // error NUMBER_NOT_POSITIVE at `0`: units of "none" must be at least 1, not 0
        // error SCALE_RANGE at `-1`: initializerScale of "none" must be a finite number greater than 0 for GLOROT_UNIFORM, not -1.0
        @Lstm(units = 0, initializerScale = -1, returnSequences = true)
        Layer none();

        // error FORGET_BIAS_NOT_FINITE at `1 / 0f`: forgetBias of "infinite" must be finite, not Infinity
        @Lstm(units = 4, forgetBias = 1 / 0f, returnSequences = true)
        Layer infinite();

        // error BIAS_UNUSED at `2`: forgetBias of "without" has no effect, because useBias is false; remove one of the two
        @Lstm(units = 4, useBias = false, forgetBias = 2, returnSequences = true)
        Layer without();

        // error SCALE_UNUSED at `2`: recurrentInitializerScale of "still" has no effect with recurrentInitializer = ZEROS; remove it
        @Gru(units = 4, recurrentInitializer = Initializer.ZEROS, recurrentInitializerScale = 2, returnSequences = true)
        Layer still();

        // error BIAS_UNUSED at `Initializer.NORMAL`: biasInitializer of "plain" has no effect, because useBias is false; remove one of the two
        @Rnn(units = 4, useBias = false, biasInitializer = Initializer.NORMAL, returnSequences = true)
        Layer plain();

        // error SOFTMAX_RECURRENT at `Activation.SOFTMAX`: SOFTMAX of "classes" is computed from all units together, but a recurrent layer applies its activation to each unit separately; use another one, such as TANH
        @Rnn(units = 4, activation = Activation.SOFTMAX)
        Layer classes();

        @Dense(units = 1)
        Layer output();
    }

    @Network(input = {60000, 3}, loss = Loss.MEAN_SQUARED_ERROR)
    interface Large {
        // error LAYER_TOO_LARGE at `50000`: the weights of "wide" are 50003×200000 = 10000600000 numbers, more than an array can hold; use at most 23168 units
        @Lstm(units = 50000)
        Layer wide();
    }

    @Network(input = {5, 3}, loss = Loss.CROSS_ENTROPY)
    interface Named {
        @Dense(units = 4)
        Layer each();

        // error SOFTMAX_OF_SEQUENCE at `Activation.SOFTMAX`: SOFTMAX of "output" needs a flat input, but its input is 5×4; to apply it at each step, use a @Dense layer with activation = SOFTMAX instead
        @Activate(Activation.SOFTMAX)
        Layer output();
    }

    // error LOSS_AFTER_RECURRENT at `Loss.BINARY_CROSS_ENTROPY`: the loss BINARY_CROSS_ENTROPY needs SIGMOID as the last activation, but the last layer "reader" is @Rnn; add @Activate(SIGMOID), or a @Dense layer with activation = SIGMOID, after it
    @Network(input = {5, 3}, loss = Loss.BINARY_CROSS_ENTROPY)
    interface Sigmoid {
        @Rnn(units = 1, activation = Activation.SIGMOID)
        Layer reader();
    }

    // error LOSS_AFTER_RECURRENT at `Loss.CROSS_ENTROPY`: the loss CROSS_ENTROPY needs SOFTMAX as the last activation, but the last layer "reader" is @Lstm; add @Activate(SOFTMAX), or a @Dense layer with activation = SOFTMAX, after it
    @Network(input = {5, 3}, loss = Loss.CROSS_ENTROPY)
    interface Classes {
        @Lstm(units = 4)
        Layer reader();
    }

    @Network(input = {60000, 3}, loss = Loss.MEAN_SQUARED_ERROR)
    interface Lengthy {
        // error SEQUENCE_TOO_LONG at `20000`: the gates of "deep" have 60000×60000 = 3600000000 elements for each sample, more than an array can hold; use at most 11930 units
        @Gru(units = 20000)
        Layer deep();
    }

    @Network(input = {60000, 3}, loss = Loss.MEAN_SQUARED_ERROR)
    interface Steps {
        // error OUTPUT_TOO_LARGE at `50000`: the output of "each", 60000×50000, has more elements than an array can hold; use at most 35791 units
        @Dense(units = 50000)
        Layer each();

        @Flatten
        Layer flat();

        @Dense(units = 1)
        Layer output();
    }

    @Network(input = 40, loss = Loss.MEAN_SQUARED_ERROR)
    interface Tables {
        // error NUMBER_NOT_POSITIVE at `0`: vocabulary of "empty" must be at least 1, not 0
        // error NUMBER_NOT_POSITIVE at `-2`: dimensions of "empty" must be at least 1, not -2
        @Embedding(vocabulary = 0, dimensions = -2)
        Layer empty();

        @Dense(units = 1)
        Layer output();
    }

    @Network(input = 40, loss = Loss.MEAN_SQUARED_ERROR)
    interface Countless {
        // error VOCABULARY_TOO_LARGE at `20000000`: vocabulary of "words" must be at most 16777216, not 20000000, because a float can't represent all larger integers
        @Embedding(vocabulary = 20000000, dimensions = 2)
        Layer words();

        @Flatten
        Layer flat();

        @Dense(units = 1)
        Layer output();
    }

    @Network(input = 40, loss = Loss.MEAN_SQUARED_ERROR)
    interface Wide {
        // error EMBEDDING_TOO_LARGE at `3000`: the weights of "words" are 1000000×3000 = 3000000000 numbers, more than an array can hold; use at most 2147 dimensions
        @Embedding(vocabulary = 1000000, dimensions = 3000)
        Layer words();

        @Flatten
        Layer flat();

        @Dense(units = 1)
        Layer output();
    }

    @Network(input = 1000000, loss = Loss.MEAN_SQUARED_ERROR)
    interface Long {
        // error OUTPUT_TOO_LARGE at `3000`: the output of "words", 1000000×3000, has more elements than an array can hold; use at most 2147 dimensions
        @Embedding(vocabulary = 10, dimensions = 3000)
        Layer words();
    }

    @Network(input = 8, loss = Loss.MEAN_SQUARED_ERROR)
    interface Deeper {
        @Dense(units = 8)
        Layer hidden();

        // error EMBEDDING_OF_LAYER at `@Embedding`: "words" is @Embedding, which looks up integers in the data, but it reads the output of "hidden"; let it read the data
        @Embedding(vocabulary = 10, dimensions = 3)
        Layer words();
    }

    @Network(input = {8, 2}, loss = Loss.MEAN_SQUARED_ERROR)
    interface Pairs {
        // error INPUT_NOT_FLAT at `@Embedding`: "words" is @Embedding, which needs a flat input, but its input is 8×2; put a @Flatten layer before it
        @Embedding(vocabulary = 10, dimensions = 3)
        Layer words();
    }
}
