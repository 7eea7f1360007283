package bad;

import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

@Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
interface LayerNames {
    @Dense(units = 1)
    // error NAME_TAKEN at `parameters`: a layer can't be called "parameters", because every model has a method of that name; rename it
    Layer parameters();

    @Dense(units = 1)
    // error NAME_TAKEN at `predictor`: a layer can't be called "predictor", because every model has a method of that name; rename it
    Layer predictor();

    @Dense(units = 1)
    // error NAME_TAKEN at `info`: a layer can't be called "info", because every model has a method of that name; rename it
    Layer info();

    @Dense(units = 1)
    // error NAME_TAKEN at `Info`: a layer can't be called "Info", because every model has a method of that name; rename it
    Layer Info();

    @Dense(units = 1)
    // error NAME_UNUSABLE at `a$b`: a layer can't be called "a$b"; use letters and digits, and no $
    Layer a$b();

    @Dense(units = 1)
    // error NAME_UNUSABLE at `__`: a layer can't be called "__"; use letters and digits, and no $
    Layer __();

    @Dense(units = 1)
    Layer hiddenOne();

    @Dense(units = 1)
    // error NAME_CLASH at `hidden_one`: the names of the layers "hiddenOne" and "hidden_one" differ only in case or underscores, so that their names in the generated source would be the same; rename one
    Layer hidden_one();

    @Dense(units = 1)
    Layer a1();

    @Dense(units = 1)
    // error NAME_CLASH at `A1`: the names of the layers "a1" and "A1" differ only in case or underscores, so that their names in the generated source would be the same; rename one
    Layer A1();

    @Dense(units = 1)
    // error NAME_OF_CONSTANT at `hiddenOneW`: the layer "hiddenOneW" would be HIDDEN_ONE_W in the generated source, which could be a constant of "hiddenOne"; rename one
    Layer hiddenOneW();

    @Dense(units = 1)
    // error NAME_OF_CONSTANT at `layerHiddenOne`: the layer "layerHiddenOne" would be LAYER_HIDDEN_ONE in the generated source, which could be a constant of "hiddenOne"; rename one
    Layer layerHiddenOne();
}
