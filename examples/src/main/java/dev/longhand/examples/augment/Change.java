package dev.longhand.examples.augment;

import dev.longhand.Shape;
import dev.longhand.augment.Augmentation;
import dev.longhand.augment.Augmenter;
import dev.longhand.augment.Border;
import dev.longhand.augment.ColourComponents;
import dev.longhand.data.Dataset;
import dev.longhand.examples.mnist.DigitChanges;
import java.util.List;

/**
 * One line of the sheet.
 *
 * @param name what is done
 * @param code how it's written
 * @param augmentation the change
 */
record Change(String name, String code, Augmentation augmentation) {

    /** All changes, in the order of the documentation. */
    static List<Change> all(Dataset digits) {
        return List.of(
                new Change("as it is", "", Augmentation.translate(0)),
                new Change("moved", "translate(4)", Augmentation.translate(4)),
                new Change("turned", "rotate(30)", Augmentation.rotate(30)),
                new Change("zoomed", "zoom(0.3)", Augmentation.zoom(0.3)),
                new Change("sheared", "shear(30)", Augmentation.shear(30)),
                new Change("mirrored", "mirror()", Augmentation.mirror()),
                new Change("cropped", "crop(6)", Augmentation.crop(6)),
                new Change(
                        "cropped, edge repeated",
                        "crop(6).border(EDGE)",
                        Augmentation.crop(6).border(Border.EDGE)),
                new Change("bent", "elastic(34, 4)", Augmentation.elastic(34, 4)),
                new Change("inverted", "invert(0.5)", Augmentation.invert(0.5)),
                new Change("brighter or darker", "brightness(0.4)", Augmentation.brightness(0.4)),
                new Change("more or less contrast", "contrast(0.8)", Augmentation.contrast(0.8)),
                new Change("with noise", "noise(0.2)", Augmentation.noise(0.2)),
                new Change(
                        "with colour noise",
                        "colourNoise(…, 1)",
                        Augmentation.colourNoise(ColourComponents.of(digits), 1)),
                new Change("cut out", "cutout(10)", Augmentation.cutout(10)),
                new Change("mixed", "mixup(0.4)", Augmentation.mixup(0.4)),
                new Change("as for mnist --augment", "", DigitChanges.all()));
    }

    /** These images, [n][input], changed as one batch of an epoch. */
    float[] apply(float[] x, Shape shape, long seed) {
        float[] changed = x.clone();
        int n = x.length / shape.size();
        Augmenter augmenter = Augmenter.of(augmentation, shape, seed);
        for (int row = 0; row < n; row++) {
            augmenter.apply(changed, row, row);
        }
        augmenter.mix(changed, new float[n], n, 1, 0);
        return changed;
    }
}
