package dev.longhand.tool;

import dev.longhand.io.Layout;
import dev.longhand.io.TensorNames;
import dev.longhand.io.Weights;
import dev.longhand.model.Model;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how a weights file is read. */
final class LayoutOptions {

    /** The layouts as users name them. */
    enum Name {
        TORCH(Layout.PYTORCH),
        LONGHAND(Layout.OWN);

        private final Layout layout;

        Name(Layout layout) {
            this.layout = layout;
        }
    }

    @Option(
            names = "--layout",
            paramLabel = "LAYOUT",
            description =
                    "The order of the file's numbers, if it doesn't tell: torch, as PyTorch saves them, or longhand.")
    private @Nullable Name layout;

    @Option(
            names = "--names",
            paramLabel = "FILE",
            description = "A text file that says which array each tensor is, in lines such as"
                    + " \"features.0.weight = edges.weight\" or, for a module, \"features.0 = edges\".")
    private @Nullable Path names;

    /** Loads a file into a model. */
    void load(Model model, Path file) throws IOException {
        Layout chosen = layout(file);
        if (names == null) {
            Weights.load(model, file, chosen);
        } else {
            Weights.load(model, file, chosen, TensorNames.read(names));
        }
    }

    private Layout layout(Path file) throws IOException {
        if (layout != null) {
            return layout.layout;
        }
        Map<String, String> metadata = Weights.metadata(file);
        return Layout.of(metadata)
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                file
                                        + ": nothing in it tells whether its arrays are in PyTorch's layout or in Longhand's: add --layout"
                                        + " torch if it was saved as PyTorch has it, or --layout longhand if it was transposed before"));
    }
}
