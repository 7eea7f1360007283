package bad.javac;

import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

// error DECLARATION_KIND at `@Network`: @Network can't be used on the record "DeclarationRecord"; declare an interface or an abstract class instead
@Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
record DeclarationRecord(int x) {
    @Dense(units = 0)
    Layer output() {
        throw new UnsupportedOperationException();
    }
}
