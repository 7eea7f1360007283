package dev.longhand.processor.check;

import dev.longhand.Padding;
import dev.longhand.Shape;
import dev.longhand.processor.check.Window.Axis;
import dev.longhand.processor.read.Attribute;
import java.util.List;
import java.util.Optional;

/**
 * The rules of what slides over a sequence: its size, stride, dilation and padding.
 *
 * @param size the attribute with its steps
 * @param isPool whether it's a pool, which has no dilation, moves by its size where no stride is given, and must contain
 *     a step of the sequence
 */
public record SequenceWindowRule(String size, boolean isPool) implements WindowCheck {

    public static final SequenceWindowRule KERNEL = new SequenceWindowRule("kernel", false);
    public static final SequenceWindowRule POOL = new SequenceWindowRule("size", true);

    @Override
    public Optional<Shape> input(LayerContext layer) {
        Optional<Shape> input = layer.input();
        if (input.isPresent() && !input.get().isSequence()) {
            layer.problem(
                    Message.SEQUENCE_NEEDED, layer.name(), layer.annotation().name(), input.get());
            return Optional.empty();
        }
        return input;
    }

    @Override
    public Optional<Window> check(LayerContext layer, Optional<Shape> sequence) {
        Optional<Integer> steps = CountRule.check(layer, size);
        Optional<Integer> stride =
                isPool && !layer.attribute("stride").isGiven() ? steps : CountRule.check(layer, "stride");
        Optional<Integer> dilation = isPool ? Optional.of(1) : CountRule.check(layer, "dilation");
        Optional<List<Integer>> zeros = explicitPadding(layer, steps);
        Optional<Padding> padding = layer.attribute("padding").constant(Padding.class);
        if (steps.isEmpty()
                || stride.isEmpty()
                || dilation.isEmpty()
                || zeros.isEmpty()
                || padding.isEmpty()
                || sequence.isEmpty()) {
            return Optional.empty();
        }
        int time = sequence.get().dimensions().get(0);
        Axis axis = padding.get() == Padding.SAME
                ? Axis.same(time, steps.get(), stride.get(), dilation.get())
                : new Axis(
                        steps.get(),
                        stride.get(),
                        dilation.get(),
                        zeros.get().get(0),
                        zeros.get().get(1));
        return fits(layer, sequence.get(), axis) ? Optional.of(Window.of(axis)) : Optional.empty();
    }

    /** The zeros before and after, 0 where nothing is given. */
    private Optional<List<Integer>> explicitPadding(LayerContext layer, Optional<Integer> steps) {
        Attribute attribute = layer.attribute("explicitPadding");
        Optional<List<Integer>> numbers = attribute.integers();
        if (numbers.isEmpty() || numbers.get().isEmpty()) {
            return numbers.map(none -> List.of(0, 0));
        }
        if (layer.attribute("padding").isGiven()) {
            layer.problem(Message.PADDING_BOTH, attribute, layer.name());
            return Optional.empty();
        }
        int count = numbers.get().size();
        if (count > 2) {
            layer.problem(Message.SEQUENCE_PADDING_LENGTH, attribute, layer.name(), count);
            return Optional.empty();
        }
        boolean isRight = true;
        for (int i = 0; i < count; i++) {
            Attribute item = attribute.items().get(i);
            int zeros = numbers.get().get(i);
            if (zeros < 0) {
                layer.problem(Message.PADDING_NEGATIVE, item, layer.name(), zeros);
                isRight = false;
            } else if (isPool && steps.isPresent() && zeros >= steps.get()) {
                layer.problem(
                        Message.PADDING_TOO_LARGE, item, zeros, layer.name(), steps.get(), "sequence", steps.get() - 1);
                isRight = false;
            }
        }
        return isRight ? Optional.of(List.of(numbers.get().get(0), numbers.get().get(count - 1))) : Optional.empty();
    }

    private boolean fits(LayerContext layer, Shape sequence, Axis axis) {
        int time = sequence.dimensions().get(0);
        long room = (long) time + axis.before() + axis.after();
        if (ArrayLimit.isExceededBy(room, sequence.last())) {
            Attribute padding = layer.attribute("explicitPadding");
            layer.problem(
                    Message.PADDED_TOO_LARGE,
                    padding.isGiven() ? padding : layer.attribute(size),
                    layer.name(),
                    room + "×" + sequence.last(),
                    ArrayLimit.LENGTH);
            return false;
        }
        int dilation = axis.dilation();
        if ((long) dilation * (axis.size() - 1) < room) {
            return true;
        }
        layer.problem(
                Message.WINDOW_EXCEEDS_SEQUENCE,
                layer.attribute(size),
                size + " " + axis.size() + (dilation > 1 ? " at dilation " + dilation : ""),
                time,
                layer.name(),
                (room - 1) / dilation + 1);
        return false;
    }
}
