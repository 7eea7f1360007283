package dev.longhand.processor.layer.pool;

import com.palantir.javapoet.CodeBlock;
import dev.longhand.processor.emit.Body;
import dev.longhand.processor.emit.Index;
import dev.longhand.processor.emit.RuntimeTypes;
import dev.longhand.processor.emit.WindowLoops;
import dev.longhand.processor.formula.Words;

/** A pooling layer as nested loops over constants. */
final class LoopsPool implements PoolEmitter.Bodies {

    private static final String EQUALS = Words.NO_BREAK + "=" + Words.NO_BREAK;

    private final PoolPlan layer;
    private final int channels;
    private final int size;

    LoopsPool(PoolPlan layer) {
        this.layer = layer;
        channels = layer.image().last();
        size = layer.window().size();
    }

    @Override
    public CodeBlock forward(boolean draws) {
        Body body = new Body();
        WindowLoops loops = new WindowLoops(body, layer.window(), layer.image());
        if (draws) {
            body.line("final long key = ws.randomKey(" + layer.head().constant() + ")");
        }
        loops.beginPixels("c", channels);
        loops.declareOut("c", channels);
        String first = PoolFormulas.step(layer);
        switch (layer.kind()) {
            case MAX -> {
                body.step("1. " + first);
                maximum(body, loops);
                body.line("a[out] = x[argmax]");
            }
            case AVERAGE, GLOBAL_AVERAGE -> {
                body.step("1. " + first);
                body.line("double sum = 0");
                eachPixel(loops, () -> body.line("sum += x[in]"));
                body.line("a[out] = (float) (sum / " + size + ")");
            }
            case STOCHASTIC -> {
                if (draws) {
                    draw(body, loops);
                } else {
                    mean(body, loops);
                }
            }
        }
        loops.endPixels(channels);
        return body.build();
    }

    /** {@code argmax}: the index of the first maximum, or of a NaN. */
    private void maximum(Body body, WindowLoops loops) {
        body.step(PoolFormulas.argmax(layer));
        body.line("int argmax = -1");
        eachPixel(
                loops,
                () -> body.begin("if (argmax < 0 || x[in] > x[argmax] || Float.isNaN(x[in]))")
                        .line("argmax = in")
                        .end());
    }

    // // 1. Σx, where negative x count as 0
    // …
    // // 2. a = one x, drawn with p = x/Σx: the first at which the sum exceeds a
    // //    random share of Σx; if all are 0, a = Σx = 0
    // final float limit = CountedRandom.uniform(key, out) * sum;
    private void draw(Body body, WindowLoops loops) {
        body.step("1. Σx, where negative x count as 0");
        body.line("float sum = 0");
        eachPixel(loops, () -> body.line("sum += ", RuntimeTypes.MATH, ".max(0, x[in])"));
        body.step("2. a = one x, drawn with p = x/Σx: the first at which the sum exceeds a random share of Σx;"
                + " if all are 0, a" + EQUALS + "Σx" + EQUALS + "0");
        body.line("final float limit = ", RuntimeTypes.COUNTED_RANDOM, ".uniform(key, out) * sum");
        body.line("float reached = 0");
        body.line("a[out] = sum");
        body.line("drawn[out] = -1");
        eachPixel(
                loops,
                () -> body.begin("if (reached <= limit && x[in] > 0)")
                        .line("reached += x[in]")
                        .line("a[out] = x[in]")
                        .line("drawn[out] = ", loops.position())
                        .end());
    }

    private void mean(Body body, WindowLoops loops) {
        body.step("1. a = Σ p·x with p = x/Σx, where negative x count as 0; if all are 0, a" + EQUALS + "0");
        body.line("double sum = 0");
        body.line("double squares = 0");
        eachPixel(
                loops,
                () -> body.line("final float value = ", RuntimeTypes.MATH, ".max(0, x[in])")
                        .line("sum += value")
                        .line("squares += value * value"));
        body.line("a[out] = sum == 0 ? 0 : (float) (squares / sum)");
    }

    @Override
    public CodeBlock backward() {
        Body body = new Body();
        body.line(
                RuntimeTypes.ARRAYS, ".fill(dx, 0, " + Index.count(layer.image().size()) + ", 0)");
        WindowLoops loops = new WindowLoops(body, layer.window(), layer.image());
        loops.beginPixels("c", channels);
        loops.declareOut("c", channels);
        String comment = PoolFormulas.gradient(layer);
        switch (layer.kind()) {
            case MAX -> {
                body.step("1. " + comment);
                maximum(body, loops);
                body.line("dx[argmax] += da[out]");
            }
            case AVERAGE, GLOBAL_AVERAGE -> {
                body.step("1. " + comment);
                body.line("final float share = da[out] / " + size);
                eachPixel(loops, () -> body.line("dx[in] += share"));
            }
            case STOCHASTIC -> {
                body.step("2. " + comment);
                eachPixel(
                        loops,
                        () -> body.begin("if (drawn[out] == ", loops.position(), ")")
                                .line("dx[in] += da[out]")
                                .end());
            }
        }
        loops.endPixels(channels);
        return body.build();
    }

    private static void eachPixel(WindowLoops loops, Runnable then) {
        loops.beginWindow();
        loops.declareIn("c");
        then.run();
        loops.endWindow();
    }
}
