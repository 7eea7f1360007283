package dev.longhand.augment;

import dev.longhand.random.CountedRandom;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A random change of the positions of pixels: affine, elastic or both. The changed image has the size of the original.
 * Each of its pixels shows the number at one position in the original, interpolated between the four pixels around it:
 *
 * <p>v = (1 − b)·((1 − a)·v₀₀ + a·v₀₁) + b·((1 − a)·v₁₀ + a·v₁₁)
 *
 * <p>where a and b are the position's distances from the pixels to the left and above. A warp followed by another one
 * with the same border is one warp, which interpolates once, unless the first one is elastic.
 */
public final class Warp implements Augmentation {

    /** The keys of the motions, so that they share no random numbers with other uses of the key. */
    private static final long PURPOSE = 0x77617270L;

    private final List<Motion> motions;
    private final @Nullable Displacement displacement;
    private final Border border;

    private Warp(List<Motion> motions, @Nullable Displacement displacement, Border border) {
        this.motions = List.copyOf(motions);
        this.displacement = displacement;
        this.border = border;
    }

    static Warp of(Motion motion) {
        return new Warp(List.of(motion), null, Border.ZERO);
    }

    static Warp of(Displacement displacement) {
        return new Warp(List.of(), displacement, Border.ZERO);
    }

    /** The same warp with this outside the image, by default {@link Border#ZERO}. */
    public Warp border(Border border) {
        return new Warp(motions, displacement, border);
    }

    /** Whether this warp and then the other one are one warp. */
    boolean canJoin(Warp next) {
        return displacement == null && border == next.border;
    }

    /** This warp and then the other one, which {@link #canJoin} allows. */
    Warp join(Warp next) {
        List<Motion> both = new ArrayList<>(motions);
        both.addAll(next.motions);
        return new Warp(both, next.displacement, border);
    }

    @Override
    public String toString() {
        return "Warp[motions=" + motions + ", displacement=" + displacement + ", border=" + border + "]";
    }

    @Override
    public void apply(Image image, long key) {
        AffineMap map = image.map();
        map.reset();
        for (int i = 0; i < motions.size(); i++) {
            motions.get(i).invert(CountedRandom.key(key, PURPOSE, i), map);
        }
        boolean isElastic = false;
        if (displacement != null && !displacement.isZero()) {
            displacement.draw(image, CountedRandom.key(key, PURPOSE, motions.size()));
            isElastic = true;
        }
        if (isElastic || !map.isIdentity()) {
            resample(image, map, isElastic);
            image.swap();
        }
    }

    /**
     * Writes the changed image to the spare array.
     *
     * @param isElastic whether the displacements in planes 0 and 1 of the image are added before the map is applied
     */
    void resample(Image image, AffineMap map, boolean isElastic) {
        int height = image.height();
        int width = image.width();
        float middleX = (width - 1) / 2f;
        float middleY = (height - 1) / 2f;
        float xx = (float) map.xx;
        float xy = (float) map.xy;
        float yx = (float) map.yx;
        float yy = (float) map.yy;
        float dx = (float) (map.dx + middleX);
        float dy = (float) (map.dy + middleY);
        float[] shiftX = image.plane(0);
        float[] shiftY = image.plane(1);
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                float x = column - middleX;
                float y = row - middleY;
                if (isElastic) {
                    x += shiftX[column * height + row];
                    y += shiftY[column * height + row];
                }
                interpolate(image, row * width + column, xx * x + xy * y + dx, yx * x + yy * y + dy);
            }
        }
    }

    /** Writes a pixel of the changed image: the original at column x and row y. */
    private void interpolate(Image image, int pixel, float x, float y) {
        int channels = image.channels();
        float[] from = image.values();
        float[] to = image.spare();
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        float a = x - left;
        float b = y - top;
        boolean isInside = left >= 0 && left + 1 < image.width() && top >= 0 && top + 1 < image.height();
        int first = (top * image.width() + left) * channels;
        int down = image.width() * channels;
        for (int c = 0; c < channels; c++) {
            float v00;
            float v01;
            float v10;
            float v11;
            if (isInside) {
                v00 = from[first + c];
                v01 = from[first + channels + c];
                v10 = from[first + down + c];
                v11 = from[first + down + channels + c];
            } else {
                v00 = at(image, top, left, c);
                v01 = at(image, top, left + 1, c);
                v10 = at(image, top + 1, left, c);
                v11 = at(image, top + 1, left + 1, c);
            }
            to[pixel * channels + c] = (1 - b) * ((1 - a) * v00 + a * v01) + b * ((1 - a) * v10 + a * v11);
        }
    }

    /** A number of the original, which may be outside of it. */
    private float at(Image image, int row, int column, int channel) {
        int insideRow = Math.max(0, Math.min(image.height() - 1, row));
        int insideColumn = Math.max(0, Math.min(image.width() - 1, column));
        if (border == Border.ZERO && (insideRow != row || insideColumn != column)) {
            return 0;
        }
        return image.values()[(insideRow * image.width() + insideColumn) * image.channels() + channel];
    }
}
