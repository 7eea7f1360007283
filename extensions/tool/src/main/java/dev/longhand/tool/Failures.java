package dev.longhand.tool;

import dev.longhand.text.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reports a failure in one sentence; prints a stack trace only for a fault of the program itself. */
final class Failures {

    private Failures() {}

    /** Reports wrong arguments and points to the help. */
    static int called(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        if (args.length == 0) {
            command.usage(err);
            return ExitCode.USAGE;
        }
        err.println(Printable.lines(String.valueOf(e.getMessage())));
        if (!UnmatchedArgumentException.printSuggestions(e, err)) {
            err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        }
        return ExitCode.USAGE;
    }

    /** Reports a command that failed. */
    static int failed(Exception failure, CommandLine command, @Nullable ParseResult parsed) {
        PrintWriter err = command.getErr();
        Exception e = failure instanceof UncheckedIOException && failure.getCause() instanceof IOException cause
                ? cause
                : failure;
        if (e instanceof NoSuchFileException missing) {
            String reason = missing.getReason();
            err.println(Printable.of("There is no file " + missing.getFile() + (reason == null ? "" : ": " + reason)));
        } else if (e instanceof AccessDeniedException denied) {
            err.println("No access to " + Printable.of(denied.getFile()));
        } else if (e instanceof FileAlreadyExistsException existing && existing.getReason() == null) {
            err.println(Printable.of(existing.getFile() + " is there already"));
        } else if (e instanceof IOException
                || e instanceof IllegalArgumentException
                || e instanceof IllegalStateException) {
            err.println(Printable.lines(String.valueOf(e.getMessage())));
        } else {
            e.printStackTrace(err);
        }
        return ExitCode.SOFTWARE;
    }
}
