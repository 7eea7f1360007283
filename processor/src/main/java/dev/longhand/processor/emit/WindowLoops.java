package dev.longhand.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.longhand.processor.check.Shape;
import dev.longhand.processor.check.Window;
import java.util.ArrayList;
import java.util.List;

/**
 * Loops over the pixels of an output, and over the positions of the window that each of them reads.
 *
 * <p>The variables: s the sample, row and column the output pixel, i and j the row and column of the window,
 * inRow and inColumn the pixel that is read,
 * out and in the places of both in their arrays. A loop that would run once is left out.
 */
public final class WindowLoops {

    private final Body body;
    private final Window window;
    private final Shape image;
    private final int rows;
    private final int columns;
    private int openWindows;

    public WindowLoops(Body body, Window window, Shape image) {
        this.body = body;
        this.window = window;
        this.image = image;
        rows = window.outputHeight(image);
        columns = window.outputWidth(image);
    }

    // for (int s = 0; s < n; s++) {
    //     for (int row = 0; row < 28; row++) {
    //         for (int column = 0; column < 28; column++) {
    //             for (int f = 0; f < 16; f++) {
    public void beginPixels(String channel, int channels) {
        body.loop("s", "n");
        loopIfMany("row", rows);
        loopIfMany("column", columns);
        loopIfMany(channel, channels);
    }

    public void endPixels(int channels) {
        for (int count : new int[] {channels, columns, rows}) {
            endIfMany(count);
        }
        body.end();
    }

    /** A loop, unless it would run once. */
    private void loopIfMany(String variable, int count) {
        if (count > 1) {
            body.loop(variable, String.valueOf(count));
        }
    }

    private void endIfMany(int count) {
        if (count > 1) {
            body.end();
        }
    }

    // final int out = 12544 * s + 448 * row + 16 * column + f;
    public void declareOut(String channel, int channels) {
        String out = Index.sum(
                rows * columns * channels,
                "s",
                rows > 1 ? columns * channels : 0,
                "row",
                columns > 1 ? channels : 0,
                "column",
                channels > 1 ? 1 : 0,
                channel);
        body.line("final int out = " + out);
    }

    // for (int i = 0; i < 3; i++) {
    //     for (int j = 0; j < 3; j++) {
    //         final int inRow = row + i - 1;
    //         final int inColumn = column + j - 1;
    //         if (inRow >= 0 && inRow < 28 && inColumn >= 0 && inColumn < 28) {
    public void beginWindow() {
        openWindows = 0;
        for (String variable : List.of("i", "j")) {
            int count = variable.equals("i") ? window.height() : window.width();
            // A window of one pixel still gets a block for what is declared in it.
            if (count > 1 || window.size() == 1 && variable.equals("j")) {
                body.loop(variable, String.valueOf(count));
                openWindows++;
            }
        }
        List<String> conditions = new ArrayList<>();
        declare(
                "inRow",
                row(),
                window.top(),
                window.bottom(),
                image.dimensions().get(0),
                conditions);
        declare(
                "inColumn",
                column(),
                window.left(),
                window.right(),
                image.dimensions().get(1),
                conditions);
        if (!conditions.isEmpty()) {
            body.begin("if (" + String.join(" && ", conditions) + ")");
            openWindows++;
        }
    }

    private void declare(String name, String value, int before, int after, int size, List<String> conditions) {
        String in = name;
        if (isSimple(value) && before == 0) {
            in = value;
        } else {
            body.line("final int " + name + " = " + value + (before > 0 ? " - " + before : ""));
        }
        if (before > 0) {
            conditions.add(in + " >= 0");
        }
        if (after > 0 && !in.equals("0")) {
            conditions.add(in + " < " + size);
        }
    }

    private static boolean isSimple(String value) {
        return value.matches("\\w+");
    }

    public void endWindow() {
        for (; openWindows > 0; openWindows--) {
            body.end();
        }
    }

    private String row() {
        return Index.sum(rows > 1 ? window.strideY() : 0, "row", window.height() > 1 ? window.dilationY() : 0, "i");
    }

    private String column() {
        return Index.sum(
                columns > 1 ? window.strideX() : 0, "column", window.width() > 1 ? window.dilationX() : 0, "j");
    }

    // final int in = 784 * s + 28 * inRow + inColumn;
    public void declareIn(String channel) {
        int channels = image.last();
        int width = image.dimensions().get(1);
        String in = Index.sum(
                image.size(),
                "s",
                width * channels,
                isSimple(row()) && window.top() == 0 ? row() : "inRow",
                channels,
                isSimple(column()) && window.left() == 0 ? column() : "inColumn",
                channels > 1 ? 1 : 0,
                channel);
        body.line("final int in = " + in);
    }

    /** {@code 3 * i + j}: a position of the window by one number. */
    public String position() {
        return Index.sum(window.height() > 1 ? window.width() : 0, "i", window.width() > 1 ? 1 : 0, "j");
    }

    /** {@code Window.of(3, 3).padding(1, 1, 1, 1)}. */
    public static CodeBlock atRunTime(Window window) {
        CodeBlock.Builder code = CodeBlock.builder();
        code.add("$T.of($L, $L)", RuntimeTypes.WINDOW, window.height(), window.width());
        if (window.strideY() > 1 || window.strideX() > 1) {
            code.add(".stride($L, $L)", window.strideY(), window.strideX());
        }
        if (window.dilationY() > 1 || window.dilationX() > 1) {
            code.add(".dilation($L, $L)", window.dilationY(), window.dilationX());
        }
        if (window.isPadded()) {
            code.add(".padding($L, $L, $L, $L)", window.top(), window.left(), window.bottom(), window.right());
        }
        return code.build();
    }
}
