package bad;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Activate;
import dev.longhand.layer.Dense;

@Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
interface Methods {
    @Dense(units = 1)
    // error METHOD_NOT_LAYER at `first`: the abstract method "first" doesn't return Layer; change its return type to Layer, or give it a body
    float[] first();

    // error METHOD_NOT_LAYER at `size`: the abstract method "size" doesn't return Layer; change its return type to Layer, or give it a body
    int size(int unit);

    @Dense(units = 1)
    // error METHOD_PARAMETERS at `width`: the method of the layer "second" has the parameter "width"; remove it
    Layer second(int width);

    @Dense(units = 1)
    // error METHOD_GENERIC at `third`: the method of the layer "third" has the type parameter "T"; remove it
    <T> Layer third();

    @Dense(units = 1)
    // error METHOD_THROWS at `fourth`: the method of the layer "fourth" throws "IOException"; remove the throws clause
    Layer fourth() throws java.io.IOException;

    // error METHOD_NOT_ABSTRACT at `@Dense`: "fifth" has the annotation @Dense but isn't abstract; remove its body, or the annotation
    @Dense(units = 1)
    default Layer fifth() {
        return first2();
    }

    // error METHOD_NOT_ABSTRACT at `@Activate`: "sixth" has the annotation @Activate but isn't abstract; remove its body, or the annotation
    @Activate(Activation.TANH)
    static Layer sixth() {
        throw new UnsupportedOperationException();
    }

    // error METHOD_WITHOUT_ANNOTATION at `first2`: the layer "first2" has no annotation that says which kind it is; add one, such as @Dense(units = 10)
    Layer first2();

    @Dense(units = 1)
    // error METHOD_TWO_ANNOTATIONS at `@Activate`: the layer "eighth" has two layer annotations, @Dense and @Activate; make it two layers
    @Activate(Activation.TANH)
    Layer eighth();
}
