package dev.longhand.examples.functions;

import dev.longhand.Activation;
import dev.longhand.report.picture.Picture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.Styler.LegendPosition;

/** One chart for each activation, with the derivative that training uses; the first has the key. */
final class FunctionsPicture {

    private static final double[] Z =
            IntStream.rangeClosed(-250, 250).mapToDouble(i -> i / 50.0).toArray();

    private FunctionsPicture() {}

    static void save(Path file) throws IOException {
        List<Curve> curves =
                Curve.all().stream().filter(curve -> curve.slope() <= 1).toList();
        Picture.save(file, 4, curves.stream().map(FunctionsPicture::chart).toList());
    }

    private static XYChart chart(Curve curve) {
        XYChart chart = Picture.chart(curve.name(), "z", "f(z) and f′(z)", 330, 300);
        chart.getStyler().setLegendPosition(LegendPosition.InsideSE);
        chart.getStyler().setLegendVisible(curve.function() == Activation.STEP);
        Picture.window(chart, -5, 5, -1.5, curve.values(5)[0] > 2 ? 5 : 1.8);
        double[] values = curve.values(Z);
        double[] derivatives = curve.derivatives(Z);
        Picture.line(chart, "f(z)", Z, values, Picture.COLORS.get(0), 2.5f);
        Picture.line(chart, "f′(z)", Z, derivatives, Picture.COLORS.get(1), 1.5f);
        return chart;
    }
}
