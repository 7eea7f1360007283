package dev.longhand.processor.check;

import dev.longhand.processor.read.SourcePosition;
import java.util.ArrayList;
import java.util.List;

/** The problems of one network, in the order they are found. */
public final class Problems {

    private final List<Problem> found = new ArrayList<>();

    public void add(Message message, SourcePosition position, Object... arguments) {
        found.add(message.at(position, arguments));
    }

    public List<Problem> found() {
        return List.copyOf(found);
    }
}
