package dev.longhand.benchmarks.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The networks that are compiled: dense, convolutional and recurrent ones in turn. */
final class Networks {

    private static final String HEAD = """
            import dev.longhand.*;
            import dev.longhand.layer.*;
            @Network(input = INPUT, loss = Loss.CROSS_ENTROPY)
            interface NAME {
            """;

    private static final List<String> KINDS = List.of("""
            @Dense(units = %1$d, activation = Activation.RELU) Layer hidden1();
            @Dense(units = 100, activation = Activation.RELU) Layer hidden2();
            @Dense(units = 10, activation = Activation.SOFTMAX) Layer output();
            }
            """, """
            @Conv2d(filters = %1$d, kernel = 3, activation = Activation.RELU) Layer conv1();
            @MaxPool2d Layer pool1();
            @Conv2d(filters = 32, kernel = 3, activation = Activation.RELU) Layer conv2();
            @MaxPool2d Layer pool2();
            @Flatten Layer flat();
            @Dense(units = 10, activation = Activation.SOFTMAX) Layer output();
            }
            """, """
            @Lstm(units = %1$d) Layer reader();
            @Dropout(rate = 0.2) Layer dropout();
            @Dense(units = 10, activation = Activation.SOFTMAX) Layer output();
            }
            """);

    private static final List<String> INPUTS = List.of("784", "{28, 28, 1}", "{28, 28}");

    private Networks() {}

    /**
     * Writes declarations, Network0 to Network{count − 1}.
     *
     * @param units of the first layer of each
     */
    static List<Path> write(Path folder, int count, int units) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int kind = i % KINDS.size();
            String name = "Network" + i;
            String source = HEAD.replace("INPUT", INPUTS.get(kind)).replace("NAME", name)
                    + String.format(Locale.ROOT, KINDS.get(kind), units);
            files.add(Files.writeString(folder.resolve(name + ".java"), source));
        }
        return files;
    }
}
