package dev.longhand.importer;

import dev.longhand.text.Printable;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A network can't be imported, because some of its nodes can't be declared as layers. The message is one sentence, then a
 * line for each of them.
 */
public final class RefusedException extends IOException {

    private static final long serialVersionUID = 1;

    /** Strings, because an exception's fields must be serializable. */
    private final List<String> lines;

    private final transient List<Refusal> refusals;

    /**
     * An exception for a file.
     *
     * @param file the file's name
     * @param refusals every node in the way, at least one
     */
    public RefusedException(String file, List<Refusal> refusals) {
        super(message(file, refusals));
        this.refusals = List.copyOf(refusals);
        lines = refusals.stream().map(Refusal::toString).toList();
    }

    private static String message(String file, List<Refusal> refusals) {
        int count = refusals.size();
        return Printable.of(file) + " isn't imported, because "
                + (count == 1 ? "one of its nodes" : count + " of its nodes") + " can't be declared as layers:"
                + refusals.stream().map(refusal -> "\n  " + refusal).collect(Collectors.joining());
    }

    /** Every node in the way, in the order of the file; empty after this exception was read from a stream. */
    public List<Refusal> refusals() {
        return refusals == null ? List.of() : refusals;
    }

    /** A line for each node in the way. */
    public List<String> lines() {
        return lines;
    }
}
