package dev.longhand.tool;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program {@code longhand}: a command for each thing to do with files of networks. */
@Command(
        name = "longhand",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Inspects, verifies, imports and exports files of networks, and compares trainings.",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Done; the file fits, if it was verified.",
            "1:A file can't be read, written or converted, or doesn't fit; the error output says why.",
            "2:Wrong arguments; the error output says which."
        },
        footer = {"", "Run longhand COMMAND --help for the options of a command."})
public final class Longhand implements Runnable {

    private static final int WIDTH = 100;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Longhand() {}

    /** Runs the command that the arguments name. */
    public static void main(String... args) {
        int exitCode = run(writer(System.out), writer(System.err), args);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    /**
     * Runs the command that the arguments name, with its output and error output.
     *
     * @return the exit code: 0 for success, 1 for a failure and 2 for wrong arguments
     */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        int exitCode = new CommandLine(new Longhand())
                .addSubcommand(new Inspect(out))
                .addSubcommand(new Verify(out))
                .addSubcommand(new Import(out))
                .addSubcommand(new Export(out))
                .addSubcommand(new Compare(out))
                .setOut(out)
                .setErr(err)
                .setUsageHelpWidth(WIDTH)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Failures::called)
                .setExecutionExceptionHandler(Failures::failed)
                .execute(args);
        out.flush();
        err.flush();
        return exitCode;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: give a command, such as inspect");
    }

    /** A writer in the terminal's encoding, or in UTF-8 if that is plain ASCII. */
    private static PrintWriter writer(PrintStream stream) {
        String name = System.getProperty("stdout.encoding", System.getProperty("native.encoding", "UTF-8"));
        Charset charset = Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
        if (charset.equals(StandardCharsets.US_ASCII)) {
            charset = StandardCharsets.UTF_8;
        }
        return new PrintWriter(new OutputStreamWriter(stream, charset), true);
    }
}
