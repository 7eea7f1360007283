package dev.longhand.importer.keras;

import dev.longhand.Shape;
import dev.longhand.importer.ImportedLayer;
import dev.longhand.importer.LayerSettings.Flatten;
import dev.longhand.importer.LayerSettings.GlobalAveragePool;
import dev.longhand.importer.LayerSettings.Pool;
import dev.longhand.importer.LayerSettings.PoolKind;
import dev.longhand.importer.PaddingSetting;
import dev.longhand.importer.WindowSetting;
import java.util.Collections;
import java.util.List;

/** Pools, of windows and of everything. */
final class Pools {

    private Pools() {}

    /** {@code MaxPooling1D} and the like. */
    static List<ImportedLayer> pool(KerasLayer layer, PoolKind kind, int dimensions) throws UnsupportedLayerException {
        LayerConfig config = layer.config();
        config.requireChannelsLast();
        List<Integer> given = config.integers("pool_size", dimensions);
        List<Integer> size = given.isEmpty() ? Collections.nCopies(dimensions, 2) : given;
        List<Integer> strides = config.integers("strides", dimensions);
        String padding = config.text("padding", "valid");
        if (!padding.equals("valid") && !padding.equals("same")) {
            throw new UnsupportedLayerException("its padding is \"" + padding + "\"");
        }
        WindowSetting window = new WindowSetting(
                size,
                strides.isEmpty() ? size : strides,
                Collections.nCopies(dimensions, 1),
                padding.equals("same") ? PaddingSetting.same(dimensions) : PaddingSetting.none(dimensions));
        boolean isPadded = padding.equals("same") && !fits(window, layer.input());
        if (isPadded && kind == PoolKind.AVERAGE) {
            throw new UnsupportedLayerException(
                    "its padding \"same\" isn't counted in the mean, but Longhand counts it as 0");
        }
        return layer.as(new Pool(kind, isPadded ? window : withoutPadding(window)));
    }

    /** Whether the windows end where the input does. */
    private static boolean fits(WindowSetting window, Shape input) {
        if (input.rank() != window.dimensions() + 1) {
            return true;
        }
        for (int k = 0; k < window.dimensions(); k++) {
            int covered = (window.outputs(k, input.dimension(k)) - 1)
                            * window.stride().get(k)
                    + window.size().get(k);
            if (covered > input.dimension(k)) {
                return false;
            }
        }
        return true;
    }

    private static WindowSetting withoutPadding(WindowSetting window) {
        return new WindowSetting(
                window.size(), window.stride(), window.dilation(), PaddingSetting.none(window.dimensions()));
    }

    /** {@code GlobalMaxPooling1D} and the like: a pool of everything, flattened unless dimensions are kept. */
    static List<ImportedLayer> global(KerasLayer layer, PoolKind kind, int dimensions)
            throws UnsupportedLayerException {
        layer.config().requireChannelsLast();
        boolean isKept = layer.config().flag("keepdims", false);
        if (dimensions == 2 && kind == PoolKind.AVERAGE && !isKept) {
            return layer.as(new GlobalAveragePool());
        }
        Shape input = layer.input();
        if (input.rank() != dimensions + 1) {
            throw new UnsupportedLayerException("it can't read " + input);
        }
        List<Integer> all = input.dimensions().subList(0, dimensions);
        Pool pool = new Pool(
                kind, new WindowSetting(all, all, Collections.nCopies(dimensions, 1), PaddingSetting.none(dimensions)));
        if (isKept) {
            return layer.as(pool);
        }
        ImportedLayer first = layer.first("_pool", pool);
        return List.of(first, layer.second(first, new Flatten()));
    }
}
