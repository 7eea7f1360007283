package dev.longhand.processor;

import dev.longhand.processor.check.ResolvedNetwork;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/**
 * The processor, but instead of writing a file it keeps the network, or fails where a test asks so by
 * the option {@code later.stages}.
 */
final class RecordingProcessor extends NetworkProcessor {

    private final List<ResolvedNetwork> networks = new ArrayList<>();

    List<ResolvedNetwork> networks() {
        return networks;
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(Options.STYLE, Options.REPORT, Options.RESOURCES, "later.stages");
    }

    @Override
    void save(ResolvedNetwork network, String source, TypeElement origin) throws IOException {
        String fault = processingEnv.getOptions().getOrDefault("later.stages", "");
        if (fault.equals("fail")) {
            throw new IllegalStateException("no rule");
        }
        if (!fault.isEmpty()) {
            throw new IOException(fault);
        }
        networks.add(network);
    }
}
