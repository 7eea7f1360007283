package dev.longhand.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;

/** A command's exit code, and what it printed. */
record CommandRun(int exitCode, String out, String err) {

    static CommandRun run(Object... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] texts = new String[args.length];
        for (int i = 0; i < args.length; i++) {
            texts[i] = args[i].toString();
        }
        int exitCode = Longhand.run(new PrintWriter(out), new PrintWriter(err), texts);
        return new CommandRun(exitCode, out.toString(), err.toString());
    }

    static void assertFailed(CommandRun result, String message) {
        assertThat(result.err()).isEqualTo(message + System.lineSeparator());
        assertThat(result.out()).isEmpty();
        assertThat(result.exitCode()).isEqualTo(1);
    }
}
