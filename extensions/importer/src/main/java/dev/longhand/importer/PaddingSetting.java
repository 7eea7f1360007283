package dev.longhand.importer;

import dev.longhand.Padding;
import java.util.Collections;
import java.util.List;

/**
 * The padding of a convolution or a pool.
 *
 * @param padding {@link Padding#SAME}, or {@link Padding#VALID} with the numbers of {@code sides}
 * @param sides what surrounds the input: top, left, bottom and right of an image, before and after of a sequence; all 0 with
 *     {@code SAME}
 */
public record PaddingSetting(Padding padding, List<Integer> sides) {

    public PaddingSetting {
        sides = List.copyOf(sides);
        if (sides.stream().anyMatch(side -> side < 0)) {
            throw new IllegalArgumentException("padding can't be negative: " + sides);
        }
    }

    /** No padding of an input of one dimension or two. */
    public static PaddingSetting none(int dimensions) {
        return new PaddingSetting(Padding.VALID, Collections.nCopies(2 * dimensions, 0));
    }

    /** {@link Padding#SAME} of an input of one dimension or two. */
    public static PaddingSetting same(int dimensions) {
        return new PaddingSetting(Padding.SAME, Collections.nCopies(2 * dimensions, 0));
    }

    /** These numbers: top, left, bottom and right, or before and after. */
    public static PaddingSetting of(List<Integer> sides) {
        return new PaddingSetting(Padding.VALID, sides);
    }

    /** Whether this is {@link Padding#SAME}. */
    public boolean isSame() {
        return padding == Padding.SAME;
    }

    /** Whether nothing surrounds the input. */
    public boolean isNone() {
        return !isSame() && sides.stream().allMatch(side -> side == 0);
    }

    /** The numbers as {@code explicitPadding} takes them: one for all sides if they are equal, two for opposite ones. */
    List<Integer> shortest() {
        int dimensions = sides.size() / 2;
        boolean isSymmetric = sides.subList(0, dimensions).equals(sides.subList(dimensions, sides.size()));
        if (!isSymmetric) {
            return sides;
        }
        boolean isEven = sides.stream().distinct().count() == 1;
        return sides.subList(0, isEven ? 1 : dimensions);
    }
}
