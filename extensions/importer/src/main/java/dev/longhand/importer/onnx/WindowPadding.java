package dev.longhand.importer.onnx;

import dev.longhand.importer.PaddingSetting;
import dev.longhand.importer.WindowSetting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** The strides and the padding of a node that slides over its input. */
final class WindowPadding {

    private WindowPadding() {}

    /** The window of a node, with its padding and that of a {@code Pad} before it. */
    static WindowSetting window(Node node, Data data, List<Integer> size) throws UnexpressibleException {
        int dimensions = size.size();
        List<Integer> stride = node.integers("strides", dimensions, 1);
        List<Integer> dilation = node.integers("dilations", dimensions, 1);
        List<Integer> input = new ArrayList<>();
        for (int k = 0; k < dimensions; k++) {
            input.add(data.size(k + 2));
            if (size.get(k) < 1 || stride.get(k) < 1 || dilation.get(k) < 1) {
                throw new UnexpressibleException("its kernel, stride or dilation is less than 1");
            }
        }
        List<Integer> pads =
                pads(node, data, new WindowSetting(size, stride, dilation, PaddingSetting.none(dimensions)));
        boolean isPool = !node.operator().equals("Conv");
        if (node.integer("ceil_mode", 0) != 0) {
            enlarge(node, data, pads, new WindowSetting(size, stride, dilation, PaddingSetting.none(dimensions)));
        }
        for (int side = 0; side < pads.size(); side++) {
            int zeros = pads.get(side);
            int extent = (size.get(side % dimensions) - 1) * dilation.get(side % dimensions) + 1;
            if (zeros < 0) {
                throw new UnexpressibleException(
                        "its padding is negative, which cuts its input, and no layer does that");
            }
            if (isPool && zeros >= extent) {
                throw new UnexpressibleException("its padding " + zeros + " isn't less than its size " + extent
                        + ", so that a pool could be empty");
            }
        }
        return new WindowSetting(size, stride, dilation, PaddingSetting.of(pads)).simplified(input);
    }

    /** The zeros before and after each axis. */
    private static List<Integer> pads(Node node, Data data, WindowSetting window) throws UnexpressibleException {
        int dimensions = window.dimensions();
        String automatic = node.text("auto_pad", "NOTSET");
        List<Integer> pads = new ArrayList<>(
                automatic.equals("NOTSET")
                        ? node.integers("pads", 2 * dimensions, 0)
                        : Collections.nCopies(2 * dimensions, 0));
        if (automatic.startsWith("SAME")) {
            if (data.pads() != null) {
                throw new UnexpressibleException(
                        "it pads an input that is padded already (auto_pad = " + automatic + ")");
            }
            for (int k = 0; k < dimensions; k++) {
                int positions = data.size(k + 2);
                int stride = window.stride().get(k);
                long covered = (long) ((positions - 1) / stride) * stride
                        + (long) window.dilation().get(k) * (window.size().get(k) - 1)
                        + 1;
                int zeros = (int) Math.max(0, covered - positions);
                boolean isLower = automatic.equals("SAME_LOWER");
                pads.set(k, isLower ? zeros - zeros / 2 : zeros / 2);
                pads.set(k + dimensions, zeros - pads.get(k));
            }
        } else if (!automatic.equals("NOTSET") && !automatic.equals("VALID")) {
            throw new UnexpressibleException("its auto_pad is " + automatic + ", which ONNX doesn't have");
        }
        List<Integer> before = data.pads();
        if (before != null) {
            int rank = data.rank();
            if (before.get(0) != 0 || before.get(1) != 0 || before.get(rank) != 0 || before.get(rank + 1) != 0) {
                throw new UnexpressibleException("it reads padded channels, which no layer has");
            }
            for (int k = 0; k < dimensions; k++) {
                pads.set(k, pads.get(k) + before.get(k + 2));
                pads.set(k + dimensions, pads.get(k + dimensions) + before.get(rank + k + 2));
            }
        }
        return pads;
    }

    /** Adds the padding after the input that gives the outputs which rounding up has and rounding down hasn't. */
    private static void enlarge(Node node, Data data, List<Integer> pads, WindowSetting window)
            throws UnexpressibleException {
        int dimensions = window.dimensions();
        for (int k = 0; k < dimensions; k++) {
            int stride = window.stride().get(k);
            int before = pads.get(k);
            int positions = data.size(k + 2);
            int room = positions
                    + before
                    + pads.get(k + dimensions)
                    - window.size().get(k);
            int missing = Math.floorMod(-room, stride);
            int lastBegin = (room + missing) / stride * stride;
            if (missing == 0 || lastBegin >= positions + before) {
                continue;
            }
            if (node.operator().equals("AveragePool")) {
                throw new UnexpressibleException(
                        "its last pools are cut off (ceil_mode = 1), but Longhand's average pools count padding as 0");
            }
            pads.set(k + dimensions, pads.get(k + dimensions) + missing);
        }
    }

    /** Whether nothing is padded. */
    static boolean isNone(Node node, Data data) throws UnexpressibleException {
        int dimensions = data.rank() - 2;
        WindowSetting window = new WindowSetting(
                node.integers("kernel_shape", dimensions, 1),
                node.integers("strides", dimensions, 1),
                node.integers("dilations", dimensions, 1),
                PaddingSetting.none(dimensions));
        // What a Pad node before adds is counted: only the node's own padding isn't.
        return pads(node, data.padded(null), window).stream().allMatch(zeros -> zeros == 0);
    }

    /** Reads data whose leading dimensions are to be reduced: an image as it is, anything else as a sequence. */
    static Reading reading(Data data, List<List<Atom>> reduced, List<Atom> kept, Drafts drafts)
            throws UnexpressibleException {
        boolean isImage = reduced.size() == 2;
        List<List<Atom>> leading = reduced;
        if (!isImage) {
            List<Atom> all = new ArrayList<>();
            reduced.forEach(all::addAll);
            List<Atom> stored = data.storage().atoms();
            if (!data.storage().isOpen()) {
                all.sort((first, second) -> Integer.compare(stored.indexOf(first), stored.indexOf(second)));
            }
            leading = List.of(all);
        }
        return Reading.exact(data, leading, kept, drafts);
    }

    /** Dimensions for messages. */
    static String text(int[] dimensions) {
        return Arrays.stream(dimensions).mapToObj(String::valueOf).collect(Collectors.joining("×"));
    }
}
