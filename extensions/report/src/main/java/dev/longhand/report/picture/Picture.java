package dev.longhand.report.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Charts of one style, and PNG files of them. */
public final class Picture {

    /** Colours that almost everyone can distinguish (Okabe and Ito, 2008). */
    public static final List<Color> COLORS = List.of(
            new Color(0x0072B2),
            new Color(0xD55E00),
            new Color(0x009E73),
            new Color(0xCC79A7),
            new Color(0xE69F00),
            new Color(0x56B4E9),
            new Color(0x8C6D31),
            new Color(0x555555));

    /** Pixels for each unit of a chart's size, so that letters are sharp. */
    private static final int SCALE = 2;

    private Picture() {}

    /** An empty chart, its numbers with a decimal point and the digits 0 to 9 in every locale. */
    public static XYChart chart(String title, String x, String y, int width, int height) {
        XYChart chart = new XYChartBuilder()
                .width(width)
                .height(height)
                .title(title)
                .xAxisTitle(x)
                .yAxisTitle(y)
                .build();
        chart.getStyler()
                .setLegendPosition(LegendPosition.InsideNE)
                .setSeriesColors(COLORS.toArray(Color[]::new))
                .setChartBackgroundColor(Color.WHITE)
                .setPlotBackgroundColor(Color.WHITE)
                .setPlotBorderVisible(false)
                .setChartTitleBoxVisible(false)
                .setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 14))
                .setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12))
                .setLegendBorderColor(new Color(0xDDDDDD))
                .setAnnotationTextFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13))
                .setMarkerSize(8)
                .setLocale(Locale.ROOT);
        chart.getStyler().setPlotGridLinesColor(new Color(0xE8E8E8)).setPlotGridLinesStroke(new BasicStroke(1));
        return chart;
    }

    /** The part of the plane that a chart shows. */
    public static void window(XYChart chart, double left, double right, double bottom, double top) {
        chart.getStyler()
                .setXAxisMin(left)
                .setXAxisMax(right)
                .setYAxisMin(bottom)
                .setYAxisMax(top);
    }

    /** A line through points. */
    public static XYSeries line(XYChart chart, String name, double[] x, double[] y, Color color, float width) {
        XYSeries series = chart.addSeries(name, x, y);
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineStyle(new BasicStroke(width));
        series.setLineColor(color).setLineWidth(width);
        return series;
    }

    /** Points. */
    public static XYSeries points(XYChart chart, String name, double[] x, double[] y, Color color, Marker marker) {
        XYSeries series = chart.addSeries(name, x, y);
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
        series.setMarker(marker);
        series.setMarkerColor(color);
        series.setLineColor(color);
        return series;
    }

    /** A polygon filled with a colour. */
    public static XYSeries area(XYChart chart, String name, Color color, double[] x, double[] y) {
        XYSeries series = chart.addSeries(name, x, y);
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(color);
        series.setFillColor(color);
        return series;
    }

    /** Words at a point. */
    public static void words(XYChart chart, String words, double x, double y) {
        chart.addAnnotation(new AnnotationText(words, x, y, false));
    }

    /** Saves charts, {@code columns} in a row, as one PNG file. */
    public static void save(Path file, int columns, List<XYChart> charts) throws IOException {
        int width = charts.get(0).getWidth();
        int height = charts.get(0).getHeight();
        int rows = (charts.size() - 1) / columns + 1;
        BufferedImage image =
                new BufferedImage(columns * width * SCALE, rows * height * SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, image.getWidth(), image.getHeight());
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.scale(SCALE, SCALE);
        for (int i = 0; i < charts.size(); i++) {
            Graphics2D cell = (Graphics2D) canvas.create(i % columns * width, i / columns * height, width, height);
            charts.get(i).paint(cell, width, height);
            cell.dispose();
        }
        canvas.dispose();
        save(file, image);
    }

    /** Saves an image as a PNG file. */
    public static void save(Path file, BufferedImage image) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new IOException("The picture can't be saved: there is no folder " + folder);
        }
        if (!ImageIO.write(image, "png", file.toFile())) {
            throw new IOException("This Java can't write PNG files");
        }
    }
}
