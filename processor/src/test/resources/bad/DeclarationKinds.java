package bad;

import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

class DeclarationKinds {
    // error DECLARATION_KIND at `@Network`: @Network can't be used on the enum "Gate"; declare an interface or an abstract class instead
    @Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
    enum Gate {
        AND,
        OR
    }

    // error DECLARATION_KIND at `@Network`: @Network can't be used on the annotation type "Mark"; declare an interface or an abstract class instead
    @Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
    @interface Mark {
        int output();
    }

    @Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
    // error DECLARATION_NOT_ABSTRACT: the class "Whole" isn't abstract; declare an interface or an abstract class
    static class Whole {
        @Dense(units = 0)
        Layer output() {
            throw new UnsupportedOperationException();
        }
    }

    @Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
    // error DECLARATION_NOT_ABSTRACT: the class "Last" isn't abstract; declare an interface or an abstract class
    static final class Last {}
}
