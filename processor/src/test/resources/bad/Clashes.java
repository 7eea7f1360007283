package bad;

import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

class Clashes {
    @Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
    abstract static class Methods {
        @Dense(units = 2)
        abstract Layer hidden();

        @Dense(units = 1)
        abstract Layer output();

        // error SOURCE_CLASH at `forwardHidden`: the method "forwardHidden" of "Methods" has the signature of a method in the source of its model; rename it
        void forwardHidden(float[] p, float[] x, float[] a, int n) {}

        // error SOURCE_CLASH at `addGradient`: the method "addGradient" of "Methods" has the signature of a method in the source of its model; rename it
        static void addGradient(float[] part, float[] da, int count) {}

        // error SOURCE_CLASH at `loss`: the method "loss" of "Methods" has the signature of a method in the source of its model; rename it
        float loss(float[] a, float[] y, float[] da, int n) {
            return 0;
        }

        private void backwardHidden(float[] p, float[] x, float[] a, int n) {}

        void forwardHidden(String other) {}

        void forwardAnother(float[] p) {}
    }

    @Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
    interface Types {
        @Dense(units = 1)
        Layer output();

        // error MEMBER_TYPE_CLASH at `interface Clashes_TypesModel`: the type "Clashes_TypesModel" in "Types" has the name of the model; rename it
        interface Clashes_TypesModel {}
    }

    @Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
    interface Names {
        @Dense(units = 1)
        // error NAME_TOO_LONG at `hiddenhiddenhidden`: the name of the layer "hiddenhiddenhiddenhi…" has 204 characters; use at most 200
        Layer hiddenhiddenhiddenhiddenhiddenhiddenhiddenhiddenhiddenhiddenhiddenhiddenhiddenhiddenhiddenhiddenhiddenhiddenhiddenhiddenhiddenhiddenhiddenhiddenhiddenhiddenhiddenhiddenhiddenhiddenhiddenhiddenhiddenhidden();
    }
}
