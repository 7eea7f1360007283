package dev.longhand.processor.check;

import dev.longhand.Shape;
import java.util.List;

/** The order of an image's dimensions: height × width × channels here, channels × height × width in PyTorch. */
final class ChannelOrder {

    private static final int MAX_COLOURS = 4;
    private static final int LEAST_WIDTH = 8;

    private ChannelOrder() {}

    /** Whether an image has 1 to 4 rows, and so many columns and channels that the rows are probably channels. */
    static boolean looksChannelsFirst(Shape image) {
        List<Integer> sizes = image.dimensions();
        return sizes.size() == 3
                && sizes.get(0) <= MAX_COLOURS
                && sizes.get(1) >= LEAST_WIDTH
                && sizes.get(2) >= LEAST_WIDTH;
    }

    /** The dimensions with the first behind the others: {@code 28, 28, 1}. */
    static String channelsLast(Shape image) {
        List<Integer> sizes = image.dimensions();
        return sizes.get(1) + ", " + sizes.get(2) + ", " + sizes.get(0);
    }
}
