package bad;

import dev.longhand.From;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.Output;
import dev.longhand.layer.Dense;
import dev.longhand.layer.Lstm;

class Standalones {
    // error STANDALONE_OUTPUTS at `true)`: "Heads" has layers with @Output, and a standalone file can have one output only; remove standalone = true, or declare one loss in @Network
    @Network(input = 2, standalone = true)
    interface Heads {
        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @Dense(units = 1)
        Layer size();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("input")
        @Dense(units = 1)
        Layer age();
    }

    // error STANDALONE_LEARNS_ALONE at `true`: standaloneLearns is for the file that standalone = true writes, which "Forgotten" doesn't ask for; add standalone = true, or remove standaloneLearns
    @Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR, standaloneLearns = true)
    interface Forgotten {
        @Dense(units = 1)
        Layer output();
    }

    // error STANDALONE_MASKED at `true)`: the last layer "output" gives sequences with masked steps, and a standalone file can't leave them out of the loss; return the last state only, or remove standaloneLearns, and it predicts
    @Network(input = {4, 2}, loss = Loss.MEAN_SQUARED_ERROR, masked = true, standalone = true, standaloneLearns = true)
    interface Steps {
        @Lstm(units = 3, returnSequences = true)
        Layer reader();

        @Dense(units = 1)
        Layer output();
    }
}

// error STANDALONE_NAME_TAKEN at `true)`: the type "TakenAlone" already exists, which standalone = true would write from "Taken"; rename one, or remove standalone = true
@Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR, standalone = true)
interface Taken {
    @Dense(units = 1)
    Layer output();
}

class TakenAlone {}
