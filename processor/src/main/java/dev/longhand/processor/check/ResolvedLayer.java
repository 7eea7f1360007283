package dev.longhand.processor.check;

import dev.longhand.Activation;
import dev.longhand.Initializer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A layer with all its attributes in force and its shapes known. */
public sealed interface ResolvedLayer {

    /** The name of the declaring method. */
    String name();

    /** The shape of one sample as it comes in; of a layer that reads several, from the first. */
    Shape input();

    /** The shapes that come in from each layer that it reads. */
    default List<Shape> inputs() {
        return List.of(input());
    }

    /** The shape of one sample as it goes out. */
    Shape output();

    /** {@code @Dense}; {@code bias} is absent where {@code useBias} is false. */
    record Dense(String name, Shape input, int units, Function activation, Start weights, Optional<Start> bias)
            implements ResolvedLayer {
        @Override
        public Shape output() {
            return input.withLast(units);
        }
    }

    /** {@code @Conv2d}; {@code bias} is absent where {@code useBias} is false. */
    record Conv2d(
            String name,
            Shape input,
            int filters,
            Window window,
            int groups,
            Function activation,
            Start weights,
            Optional<Start> bias)
            implements ResolvedLayer {
        @Override
        public Shape output() {
            return Shape.of(window.outputHeight(input), window.outputWidth(input), filters);
        }
    }

    /** {@code @MaxPool2d}, {@code @AvgPool2d}, {@code @GlobalAvgPool2d} or {@code @StochasticPool2d}. */
    record Pool2d(String name, Kind kind, Shape input, Window window) implements ResolvedLayer {
        @Override
        public Shape output() {
            return kind == Kind.GLOBAL_AVERAGE
                    ? Shape.of(input.last())
                    : Shape.of(window.outputHeight(input), window.outputWidth(input), input.last());
        }

        /** What becomes of the pixels of a pool. */
        public enum Kind {
            /** The largest. */
            MAX("MaxPool2d"),
            /** Their mean. */
            AVERAGE("AvgPool2d"),
            /** Their mean over the whole image. */
            GLOBAL_AVERAGE("GlobalAvgPool2d"),
            /** One of them by chance. */
            STOCHASTIC("StochasticPool2d");

            private final String annotation;

            Kind(String annotation) {
                this.annotation = annotation;
            }

            /** The simple name of the annotation. */
            public String annotation() {
                return annotation;
            }
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

    /** {@code @Reshape}. */
    record Reshape(String name, Shape input, Shape output) implements ResolvedLayer {}

    /** {@code @BatchNorm}. */
    record BatchNorm(String name, Shape input, float momentum, float epsilon) implements ResolvedLayer {
        @Override
        public Shape output() {
            return input;
        }
    }

    /** {@code @LayerNorm}. */
    record LayerNorm(String name, Shape input, float epsilon) implements ResolvedLayer {
        @Override
        public Shape output() {
            return input;
        }
    }

    /** {@code @GaussianNoise}. */
    record GaussianNoise(String name, Shape input, float stddev) implements ResolvedLayer {
        @Override
        public Shape output() {
            return input;
        }
    }

    /** {@code @Input}: a part of each sample of the data, whose shape {@code input} is. */
    record Input(String name, Shape input, Shape output) implements ResolvedLayer {}

    /** {@code @Add}, {@code @Concat} or {@code @Multiply}: layers joined into one. */
    record Merge(String name, Kind kind, List<Shape> inputs) implements ResolvedLayer {
        /** Keeps a copy of the list. */
        public Merge {
            inputs = List.copyOf(inputs);
        }

        @Override
        public Shape input() {
            return inputs.get(0);
        }

        @Override
        public Shape output() {
            int channels = inputs.stream().mapToInt(Shape::last).sum();
            return kind == Kind.CONCAT ? input().withLast(channels) : input();
        }

        /** How they are joined. */
        public enum Kind {
            /** a = x₁ + x₂. */
            ADD("Add"),
            /** Side by side, along the last dimension. */
            CONCAT("Concat"),
            /** a = x₁·x₂. */
            MULTIPLY("Multiply");

            private final String annotation;

            Kind(String annotation) {
                this.annotation = annotation;
            }

            /** The simple name of the annotation. */
            public String annotation() {
                return annotation;
            }
        }
    }

    /**
     * {@code @Rnn}, {@code @Gru} or {@code @Lstm}; {@code bias} is absent where {@code useBias} is false, {@code
     * activation} is IDENTITY but for {@code @Rnn}.
     */
    record Recurrent(
            String name,
            Cell cell,
            Shape input,
            int units,
            boolean returnSequences,
            Function activation,
            Start weights,
            Start recurrentWeights,
            Optional<Start> bias)
            implements ResolvedLayer {
        @Override
        public Shape output() {
            return returnSequences ? input.withLast(units) : Shape.of(units);
        }

        /** The number of steps. */
        public int time() {
            return input.dimensions().get(0);
        }

        /** What happens at a step. */
        public enum Cell {
            /** h = f(x·W + h'·U + b). */
            RNN("Rnn", "h"),
            /** Gated units: z r m. */
            GRU("Gru", "z r m"),
            /** Long short-term memory: i f g o. */
            LSTM("Lstm", "i f g o");

            private final String annotation;
            private final String names;

            Cell(String annotation, String names) {
                this.annotation = annotation;
                this.names = names;
            }

            /** The simple name of the annotation. */
            public String annotation() {
                return annotation;
            }

            /** What its gates are called in formulas, in their order. */
            public String names() {
                return names;
            }

            /** How many parts the columns of its weights have. */
            public int gates() {
                return names.split(" ").length;
            }
        }
    }

    /** {@code @Embedding}. */
    record Embedding(String name, Shape input, int vocabulary, int dimensions, Start weights) implements ResolvedLayer {
        @Override
        public Shape output() {
            return Shape.of(input.size(), dimensions);
        }
    }

    /** An activation with the slope in force, 1 for one that has none. */
    record Function(Activation activation, float slope) {}

    /**
     * What parameters start from: {@code values} if there are any, otherwise the distribution. Fewer values than
     * parameters stand for equal parts, each of which is all one of them.
     */
    record Start(Initializer initializer, float scale, List<Float> values) {
        /** Keeps a copy of the list. */
        public Start {
            values = List.copyOf(values);
        }

        /** Equal parts, each all one number. */
        public static Start parts(float... values) {
            List<Float> list = new ArrayList<>();
            for (float value : values) {
                list.add(value);
            }
            return new Start(Initializer.CONSTANT, Initializer.CONSTANT.defaultScale(), list);
        }
    }
}
