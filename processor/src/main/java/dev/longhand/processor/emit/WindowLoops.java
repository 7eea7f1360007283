package dev.longhand.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.longhand.Shape;
import dev.longhand.processor.check.Window;
import dev.longhand.processor.check.Window.Axis;
import dev.longhand.processor.emit.Index.Term;
import java.util.ArrayList;
import java.util.List;

/**
 * Loops over the pixels of an output, and over the positions of the window that each of them reads.
 *
 * <p>The variables: s the sample, row and column the output pixel, i and j the row and column of the window,
 * inRow and inColumn the pixel that is read,
 * out and in the indices of both in their arrays. In a sequence t is the output step, i the step of the window and
 * inStep the step that is read. A loop that would run once is left out.
 */
public final class WindowLoops {

    private final Body body;
    private final Window window;
    private final Shape image;
    private final int rows;
    private final int columns;
    private final String vertical;
    private final PixelPosition row;
    private final PixelPosition column;
    private int openWindows;

    public WindowLoops(Body body, Window window, Shape image) {
        this.body = body;
        this.window = window;
        this.image = image;
        rows = window.outputHeight(image);
        columns = window.outputWidth(image);
        vertical = window.isOneDimensional() ? "t" : "row";
        String read = window.isOneDimensional() ? "inStep" : "inRow";
        row = position(read, window.vertical(), terms(window.vertical(), rows, vertical, "i"), 0);
        column = position("inColumn", window.horizontal(), terms(window.horizontal(), columns, "column", "j"), 1);
    }

    private PixelPosition position(String name, Axis axis, List<Term> terms, int dimension) {
        return new PixelPosition(name, axis, terms, image.dimensions().get(dimension));
    }

    /** The position that a window reads, before padding: {@code 2 * row + i}. */
    private static List<Term> terms(Axis axis, int outputs, String output, String inWindow) {
        return List.of(
                Term.where(outputs > 1, axis.stride(), output), Term.where(axis.size() > 1, axis.dilation(), inWindow));
    }

    // for (int s = 0; s < n; s++) {
    //     for (int row = 0; row < 8; row++) {
    //         for (int column = 0; column < 8; column++) {
    //             for (int f = 0; f < 4; f++) {
    public void beginPixels(String channel, int channels) {
        body.loop("s", "n");
        loopIfMany(vertical, rows);
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

    // final int out = 256 * s + 32 * row + 4 * column + f;
    public void declareOut(String channel, int channels) {
        CodeBlock out = Index.sum(
                new Term(rows * columns * channels, "s"),
                Term.where(rows > 1, columns * channels, vertical),
                Term.where(columns > 1, channels, "column"),
                Term.where(channels > 1, 1, channel));
        body.line("final int out = ", out);
    }

    // for (int i = 0; i < 3; i++) {
    //     for (int j = 0; j < 3; j++) {
    //         final int inRow = row + i - 1;
    //         final int inColumn = column + j - 1;
    //         if (inRow >= 0 && inRow < 8 && inColumn >= 0 && inColumn < 8) {
    public void beginWindow() {
        openWindows = 0;
        // A window of one position still gets a block for what is declared in it.
        boolean isOne = window.size() == 1;
        beginAxis("i", window.height(), window.height() > 1 || isOne && window.isOneDimensional());
        beginAxis("j", window.width(), window.width() > 1 || isOne && !window.isOneDimensional());
        List<String> conditions = new ArrayList<>();
        row.declare(body, conditions);
        column.declare(body, conditions);
        if (!conditions.isEmpty()) {
            body.begin("if (" + String.join(" && ", conditions) + ")");
            openWindows++;
        }
    }

    private void beginAxis(String variable, int count, boolean hasLoop) {
        if (hasLoop) {
            body.loop(variable, String.valueOf(count));
            openWindows++;
        }
    }

    public void endWindow() {
        for (; openWindows > 0; openWindows--) {
            body.end();
        }
    }

    // final int in = 64 * s + 8 * inRow + inColumn;
    public void declareIn(String channel) {
        int channels = image.last();
        int width = image.dimensions().get(1);
        CodeBlock in = Index.sum(
                new Term(image.size(), "s"),
                row.term(width * channels),
                column.term(channels),
                Term.where(channels > 1, 1, channel));
        body.line("final int in = ", in);
    }

    /** {@code 3 * i + j}: a position of the window by one number. */
    public CodeBlock position() {
        return Index.sum(Term.where(window.height() > 1, window.width(), "i"), Term.where(window.width() > 1, 1, "j"));
    }

    /** {@code Window.of(3, 3).padding(1, 1, 1, 1)}. */
    public static CodeBlock atRunTime(Window window) {
        Axis y = window.vertical();
        Axis x = window.horizontal();
        CodeBlock.Builder code = CodeBlock.builder();
        code.add("$T.of($L, $L)", RuntimeTypes.WINDOW, y.size(), x.size());
        if (y.stride() > 1 || x.stride() > 1) {
            code.add(".stride($L, $L)", y.stride(), x.stride());
        }
        if (y.dilation() > 1 || x.dilation() > 1) {
            code.add(".dilation($L, $L)", y.dilation(), x.dilation());
        }
        if (window.isPadded()) {
            code.add(".padding($L, $L, $L, $L)", y.before(), x.before(), y.after(), x.after());
        }
        return code.build();
    }
}
