package dev.longhand.processor.check;

import dev.longhand.processor.read.SourcePosition;
import java.util.List;
import java.util.Optional;

/**
 * An error or a warning, at the exact position.
 *
 * @param message what kind of problem it is
 * @param arguments the names and numbers for its text
 * @param position where it is; empty for an option
 */
public record Problem(Message message, List<Object> arguments, Optional<SourcePosition> position) {

    public Problem {
        arguments = List.copyOf(arguments);
    }

    /** The sentence. */
    public String text() {
        return message.text(arguments);
    }
}
