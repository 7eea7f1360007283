package dev.longhand.report.page;

import java.util.List;

/**
 * The names of classes.
 *
 * @param names the names, or none
 */
public record ClassLabels(List<String> names) {

    public ClassLabels {
        names = List.copyOf(names);
    }

    /** The name of one of so many classes: its number, if the names given are of another number of classes. */
    public String of(int index, int classes) {
        return names.size() == classes ? names.get(index) : Integer.toString(index);
    }
}
