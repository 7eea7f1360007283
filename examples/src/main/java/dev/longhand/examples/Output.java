package dev.longhand.examples;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Text output to a system stream, in an encoding that can represent formulas. */
final class Output {

    private Output() {}

    /** A writer in the terminal's encoding, or in UTF-8 if that is plain ASCII. */
    static PrintWriter of(PrintStream stream) {
        String name = System.getProperty("stdout.encoding", System.getProperty("native.encoding", "UTF-8"));
        Charset charset = Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
        if (charset.equals(StandardCharsets.US_ASCII)) {
            charset = StandardCharsets.UTF_8;
        }
        return new PrintWriter(new OutputStreamWriter(stream, charset), true);
    }
}
