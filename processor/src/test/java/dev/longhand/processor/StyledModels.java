package dev.longhand.processor;

import dev.longhand.Style;
import dev.longhand.model.Model;
import dev.longhand.processor.interpreter.Declaration;
import dev.longhand.processor.interpreter.Description;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Networks by name, each compiled in every style, in one run of a compiler. */
final class StyledModels {

    private final Compilation compilation;

    private StyledModels(Compilation compilation) {
        this.compilation = compilation;
    }

    static StyledModels compile(Compiler compiler, Path directory, Map<String, Description> networks) {
        Map<String, String> sources = new LinkedHashMap<>();
        networks.forEach((name, network) -> {
            for (Style style : Style.values()) {
                String type = name + "_" + style;
                sources.put("nets." + type, Declaration.file("nets", type, network, style));
            }
        });
        return new StyledModels(Compilation.of(compiler, directory, sources));
    }

    /** A new model with parameters drawn from the seed 42. */
    Model model(String name, Style style) {
        return compilation.model("nets." + name + "_" + style + "Model");
    }

    Compilation compilation() {
        return compilation;
    }
}
