package dev.longhand.processor.check;

import dev.longhand.Activation;
import dev.longhand.Initializer;
import java.util.List;
import java.util.Optional;

/** A layer with all its attributes in force and its shapes known. */
public sealed interface ResolvedLayer {

    /** The name of the declaring method. */
    String name();

    /** The shape of one sample as it comes in. */
    Shape input();

    /** The shape of one sample as it goes out. */
    Shape output();

    /** {@code @Dense}; {@code bias} is absent where {@code useBias} is false. */
    record Dense(String name, Shape input, int units, Function activation, Start weights, Optional<Start> bias)
            implements ResolvedLayer {
        @Override
        public Shape output() {
            return Shape.of(units);
        }
    }

    /** {@code @Activate}. */
    record Activate(String name, Shape input, Function activation) implements ResolvedLayer {
        @Override
        public Shape output() {
            return input;
        }
    }

    /** {@code @Dropout}. */
    record Dropout(String name, Shape input, float rate) implements ResolvedLayer {
        @Override
        public Shape output() {
            return input;
        }
    }

    /** {@code @Flatten}. */
    record Flatten(String name, Shape input) implements ResolvedLayer {
        @Override
        public Shape output() {
            return Shape.of(input.size());
        }
    }

    /** An activation with the slope in force, 1 for one that has none. */
    record Function(Activation activation, float slope) {}

    /** What parameters start from: {@code values} if there are any, otherwise the distribution. */
    record Start(Initializer initializer, float scale, List<Float> values) {
        /** Keeps a copy of the list. */
        public Start {
            values = List.copyOf(values);
        }
    }
}
