package dev.longhand.model;

import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

class OwnPackage {
    @Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
    // error DECLARATION_PACKAGE at `interface Inside`: "Inside" is in the package dev.longhand.model, which belongs to Longhand; move it to a package of your own
    interface Inside {
        @Dense(units = 1)
        Layer output();
    }
}
