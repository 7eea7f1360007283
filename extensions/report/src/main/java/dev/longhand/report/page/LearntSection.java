package dev.longhand.report.page;

import dev.longhand.Shape;
import dev.longhand.model.LayerInfo;
import dev.longhand.model.Workspace;
import dev.longhand.report.html.Html;
import dev.longhand.report.html.Numbers;
import dev.longhand.report.picture.BoundaryFilm;
import dev.longhand.report.picture.Pixels;
import dev.longhand.report.picture.Raster;
import dev.longhand.report.picture.WeightImages;
import java.util.Optional;
import java.util.stream.IntStream;

/** How the plane is divided, the first layer's weights as images, and what convolutions see in one sample. */
final class LearntSection {

    private static final int MOST_WEIGHTS = 64;
    private static final int MOST_LAYERS = 12;
    private static final int MOST_CHANNELS = 16;
    private static final int STILLS = 6;

    /** The most pixels of an image. */
    private static final int MOST_PIXELS = 48 * 48;

    private LearntSection() {}

    static String of(PageContent content) {
        Html html = new Html();
        content.film().ifPresent(film -> writeFilm(html, content, film));
        content.image()
                .flatMap(image -> WeightImages.of(content.model(), image))
                .ifPresent(weights -> writeWeights(html, weights));
        content.image().ifPresent(image -> sample(content).ifPresent(x -> writeFeatures(html, content, image, x)));
        return html.toString();
    }

    private static void writeFilm(Html html, PageContent content, BoundaryFilm film) {
        html.line("h3", "Decision boundary");
        html.line(
                "p",
                "The class that the network predicts at each point of the plane, the paler, the less certain; squares are"
                        + " samples. The first number goes to the right, the second up.");
        html.open("ul", "class", "legend");
        for (int c = 0; c < film.classes(); c++) {
            html.open("li");
            html.open("svg", "class", "key", "viewBox", "0 0 26 10", "aria-hidden", "true");
            html.empty("rect", "width", "26", "height", "10", "fill", BoundaryFilm.color(c));
            html.close();
            html.text("class " + content.names().of(c, film.classes())).close();
        }
        html.end();
        html.open("ul", "class", "gallery film");
        html.open("li").open("figure");
        writeFigure(html, film.film(content.model()), "How the decision boundary changed during the training");
        html.element("figcaption", "The training, played once").close().end();
        for (BoundaryFilm.Still still : film.stills(STILLS)) {
            html.open("li").open("figure");
            writeFigure(html, still.image(), "The decision boundary after epoch " + still.epoch());
            html.element("figcaption", "After epoch " + Numbers.count(still.epoch()))
                    .close()
                    .end();
        }
        html.end();
    }

    private static void writeWeights(Html html, WeightImages weights) {
        int shown = Math.min(MOST_WEIGHTS, weights.images());
        html.line("h3", weights.title());
        html.line(
                "p",
                "Blue weights are negative, white is 0, red positive; each image has its own scale."
                        + (shown < weights.images()
                                ? " The first %s of %s are shown.".formatted(shown, Numbers.count(weights.images()))
                                : ""));
        html.open("ul", "class", "gallery");
        for (int i = 0; i < shown; i++) {
            float[] values = weights.image(i);
            writeImage(
                    html,
                    Raster.of(values, weights.height(), weights.width(), 1, MOST_PIXELS)
                            .signed(),
                    "Weights " + i + ": " + words(values));
        }
        html.end();
    }

    private static String words(float[] values) {
        double[] sorted = IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .sorted()
                .toArray();
        return "from %s to %s"
                .formatted(Numbers.significant(sorted[0], 3), Numbers.significant(sorted[sorted.length - 1], 3));
    }

    /** The first sample of the data that is known. */
    private static Optional<float[]> sample(PageContent content) {
        return content.data().evaluated().values().stream()
                .findFirst()
                .or(content.data()::training)
                .filter(data ->
                        data.inputShape().size() == content.info().input().size())
                .map(data -> data.input(0));
    }

    private static void writeFeatures(Html html, PageContent content, Shape image, float[] x) {
        Workspace ws = content.model().workspace(1);
        System.arraycopy(x, 0, ws.input(), 0, x.length);
        if (ws.skipsZeros() || content.info().layers().stream().noneMatch(LearntSection::hasMaps)) {
            return;
        }
        content.model().forward(ws, 1);
        html.line("h3", "One sample through the network");
        html.line(
                "p",
                "What the layers make of sample 0 of the first data set: a map for each channel, up to %s, each from its"
                                .formatted(MOST_CHANNELS)
                        + " least number, black, to its greatest, white.");
        html.open("dl", "class", "maps");
        html.element("dt", "input");
        html.open("dd");
        writeFigure(
                html,
                Raster.of(x, image.dimension(0), image.dimension(1), image.dimension(2), MOST_PIXELS)
                        .stretched(),
                "The input");
        html.end();
        int shown = 0;
        for (int i = 0; i < content.info().layers().size() && shown < MOST_LAYERS; i++) {
            LayerInfo layer = content.info().layers().get(i);
            if (hasMaps(layer)) {
                writeMaps(html, layer, ws.activation(i));
                shown++;
            }
        }
        html.end();
    }

    private static boolean hasMaps(LayerInfo layer) {
        return layer.outputs() == LayerInfo.Outputs.KEPT
                && layer.output().rank() == 3
                && layer.output().dimension(0) > 1
                && layer.output().dimension(1) > 1;
    }

    private static void writeMaps(Html html, LayerInfo layer, float[] a) {
        Shape shape = layer.output();
        int channels = shape.dimension(2);
        html.element("dt", layer.name() + ", " + shape);
        html.open("dd");
        for (int c = 0; c < Math.min(channels, MOST_CHANNELS); c++) {
            float[] map = new float[shape.dimension(0) * shape.dimension(1)];
            for (int i = 0; i < map.length; i++) {
                map[i] = a[i * channels + c];
            }
            Raster raster = Raster.of(map, shape.dimension(0), shape.dimension(1), 1, MOST_PIXELS);
            writeFigure(html, raster.stretched(), "Map %s of %s".formatted(c, layer.name()));
        }
        html.end();
    }

    private static void writeImage(Html html, Pixels pixels, String alt) {
        html.open("li");
        writeFigure(html, pixels, alt);
        html.end();
    }

    private static void writeFigure(Html html, Pixels pixels, String alt) {
        html.empty(
                "img", "src", pixels.url(), "width", "" + pixels.width(), "height", "" + pixels.height(), "alt", alt);
    }
}
