package dev.longhand.benchmarks.curves;

import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;

/**
 * A measured curve.
 *
 * @param name the name of its files
 * @param title what it shows
 * @param x the growing size
 * @param xTitle its name and unit
 * @param micros µs per sample at each x, the median of several
 */
record Curve(String name, String title, List<Integer> x, String xTitle, List<Double> micros) {

    private static final String MICROS = "µs a sample";

    /** Writes NAME.csv and NAME.png. */
    void write(Path folder) throws IOException {
        StringBuilder csv = new StringBuilder(name + ",microseconds a sample\n");
        for (int i = 0; i < x.size(); i++) {
            csv.append(String.format(Locale.ROOT, "%d,%.4f\n", x.get(i), micros.get(i)));
        }
        Files.writeString(folder.resolve(name + ".csv"), csv.toString());
        XYChart chart = new XYChartBuilder()
                .width(720)
                .height(440)
                .title(title)
                .xAxisTitle(xTitle)
                .yAxisTitle(MICROS)
                .build();
        chart.getStyler().setLegendVisible(false).setChartBackgroundColor(Color.WHITE);
        if (x.get(x.size() - 1) >= 10 * x.get(0)) {
            // Powers of ten at both ends, where labels are drawn.
            chart.getStyler()
                    .setXAxisLogarithmic(true)
                    .setYAxisLogarithmic(true)
                    .setYAxisMin(Math.pow(10, Math.floor(Math.log10(Collections.min(micros)))))
                    .setYAxisMax(Math.pow(10, Math.ceil(Math.log10(Collections.max(micros)))));
        } else {
            chart.getStyler()
                    .setXAxisDecimalPattern("0")
                    .setXAxisMaxLabelCount(x.size())
                    .setYAxisMin(0.0);
        }
        chart.addSeries(MICROS, x, micros);
        try (OutputStream png = Files.newOutputStream(folder.resolve(name + ".png"))) {
            ChartEncoder.saveChart(chart, png, "png");
        }
    }
}
