package dev.longhand.processor.check;

import dev.longhand.Padding;
import dev.longhand.Shape;
import dev.longhand.processor.check.Window.Axis;
import dev.longhand.processor.read.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rules of what slides over an image: its size, stride, dilation and padding.
 *
 * @param size the attribute with its rows and columns
 * @param hasDilation whether there is an attribute {@code dilation}
 * @param needsPixels whether each window must contain a pixel of the image
 */
public record WindowRule(String size, boolean hasDilation, boolean needsPixels) implements WindowCheck {

    public static final WindowRule KERNEL = new WindowRule("kernel", true, false);
    public static final WindowRule POOL = new WindowRule("size", false, true);

    private static final List<String> AXES = List.of("rows", "columns");

    /** The image that comes in, if it is one. */
    @Override
    public Optional<Shape> input(LayerContext layer) {
        Optional<Shape> input = layer.input();
        if (input.isPresent() && input.get().dimensions().size() != 3) {
            layer.problem(
                    Message.INPUT_NOT_IMAGE, layer.name(), layer.annotation().name(), input.get());
            return Optional.empty();
        }
        return input;
    }

    @Override
    public Optional<Window> check(LayerContext layer, Optional<Shape> image) {
        Optional<List<Integer>> window = pair(layer, size);
        Optional<List<Integer>> stride =
                layer.attribute("stride").items().isEmpty() && isPool() ? window : pair(layer, "stride");
        Optional<List<Integer>> dilation = hasDilation ? pair(layer, "dilation") : Optional.of(List.of(1, 1));
        Optional<List<Integer>> given = explicitPadding(layer, window);
        Optional<Padding> padding = layer.attribute("padding").constant(Padding.class);
        if (window.isEmpty()
                || stride.isEmpty()
                || dilation.isEmpty()
                || given.isEmpty()
                || padding.isEmpty()
                || image.isEmpty()) {
            return Optional.empty();
        }
        List<Axis> axes = new ArrayList<>();
        for (int k = 0; k < 2; k++) {
            int positions = image.get().dimensions().get(k);
            axes.add(
                    padding.get() == Padding.SAME
                            ? Axis.same(
                                    positions,
                                    window.get().get(k),
                                    stride.get().get(k),
                                    dilation.get().get(k))
                            : axis(k, window.get(), stride.get(), dilation.get(), given.get()));
        }
        Window found = new Window(axes.get(0), axes.get(1));
        if (!fits(layer, image.get(), found)) {
            return Optional.empty();
        }
        if (isChannelsFirst(layer, image.get())) {
            layer.problem(Message.CHANNELS_FIRST, layer.name(), image.get(), ChannelOrder.channelsLast(image.get()));
        }
        return Optional.of(found);
    }

    private static boolean isChannelsFirst(LayerContext layer, Shape image) {
        return layer.readsData() && ChannelOrder.looksChannelsFirst(image);
    }

    private static Axis axis(
            int k, List<Integer> size, List<Integer> stride, List<Integer> dilation, List<Integer> zeros) {
        return new Axis(size.get(k), stride.get(k), dilation.get(k), zeros.get(k), zeros.get(k + 2));
    }

    private boolean isPool() {
        return !hasDilation;
    }

    /** Rows and columns of an attribute; one number is both. */
    private static Optional<List<Integer>> pair(LayerContext layer, String name) {
        Attribute attribute = layer.attribute(name);
        Optional<List<Integer>> numbers = attribute.integers();
        if (numbers.isEmpty()) {
            return Optional.empty();
        }
        int count = numbers.get().size();
        if (count < 1 || count > 2) {
            layer.problem(Message.PAIR_LENGTH, attribute, name, layer.name(), count);
            return Optional.empty();
        }
        boolean isRight = true;
        for (Attribute item : attribute.items()) {
            if (item.integer().orElse(1) < 1) {
                layer.problem(
                        Message.NUMBER_NOT_POSITIVE,
                        item,
                        name,
                        layer.name(),
                        item.integer().get());
                isRight = false;
            }
        }
        return isRight ? Optional.of(List.of(numbers.get().get(0), numbers.get().get(count - 1))) : Optional.empty();
    }

    /** Top, left, bottom and right, 0 where nothing is given. */
    private Optional<List<Integer>> explicitPadding(LayerContext layer, Optional<List<Integer>> window) {
        Attribute attribute = layer.attribute("explicitPadding");
        Optional<List<Integer>> numbers = attribute.integers();
        if (numbers.isEmpty() || numbers.get().isEmpty()) {
            return numbers.map(none -> List.of(0, 0, 0, 0));
        }
        if (layer.attribute("padding").isGiven()) {
            layer.problem(Message.PADDING_BOTH, attribute, layer.name());
            return Optional.empty();
        }
        int count = numbers.get().size();
        if (count != 1 && count != 2 && count != 4) {
            layer.problem(Message.PADDING_LENGTH, attribute, layer.name(), count);
            return Optional.empty();
        }
        boolean isRight = true;
        for (int i = 0; i < count; i++) {
            Attribute item = attribute.items().get(i);
            int zeros = numbers.get().get(i);
            int axis = i % 2;
            if (zeros < 0) {
                layer.problem(Message.PADDING_NEGATIVE, item, layer.name(), zeros);
                isRight = false;
            } else if (needsPixels && window.isPresent() && zeros >= most(window.get(), count, axis)) {
                int size = most(window.get(), count, axis);
                layer.problem(Message.PADDING_TOO_LARGE, item, zeros, layer.name(), size, "image", size - 1);
                isRight = false;
            }
        }
        return isRight ? Optional.of(sides(numbers.get())) : Optional.empty();
    }

    private static int most(List<Integer> window, int count, int axis) {
        return count == 1 ? Math.min(window.get(0), window.get(1)) : window.get(axis);
    }

    private static List<Integer> sides(List<Integer> numbers) {
        return switch (numbers.size()) {
            case 1 -> List.of(numbers.get(0), numbers.get(0), numbers.get(0), numbers.get(0));
            case 2 -> List.of(numbers.get(0), numbers.get(1), numbers.get(0), numbers.get(1));
            default -> numbers;
        };
    }

    private boolean fits(LayerContext layer, Shape image, Window window) {
        long height = padded(image, 0, window.vertical());
        long width = padded(image, 1, window.horizontal());
        if (ArrayLimit.isExceededBy(height, width, image.last())) {
            Attribute blamed = layer.attribute("explicitPadding");
            layer.problem(
                    Message.PADDED_TOO_LARGE,
                    blamed.isGiven() ? blamed : layer.attribute(size),
                    layer.name(),
                    height + "×" + width + "×" + image.last(),
                    ArrayLimit.LENGTH);
            return false;
        }
        return fits(layer, image, 0, window.vertical()) && fits(layer, image, 1, window.horizontal());
    }

    private static long padded(Shape image, int k, Axis axis) {
        return (long) image.dimensions().get(k) + axis.before() + axis.after();
    }

    private boolean fits(LayerContext layer, Shape image, int k, Axis axis) {
        long room = padded(image, k, axis);
        int dilation = axis.dilation();
        if ((long) dilation * (axis.size() - 1) < room) {
            return true;
        }
        List<Attribute> items = layer.attribute(size).items();
        Attribute blamed = items.get(Math.min(k, items.size() - 1));
        String window = size + " " + axis.size() + (dilation > 1 ? " at dilation " + dilation : "");
        if (isChannelsFirst(layer, image)) {
            layer.problem(
                    Message.CHANNELS_FIRST_EXCEEDED,
                    blamed,
                    window,
                    image,
                    layer.name(),
                    ChannelOrder.channelsLast(image));
            return false;
        }
        layer.problem(
                Message.WINDOW_EXCEEDS,
                blamed,
                window,
                image.dimensions().get(0) + "×" + image.dimensions().get(1),
                layer.name(),
                (room - 1) / dilation + 1 + (items.size() > 1 ? " " + AXES.get(k) : ""));
        return false;
    }
}
