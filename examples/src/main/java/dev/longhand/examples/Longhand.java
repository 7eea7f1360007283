package dev.longhand.examples;

import dev.longhand.examples.augment.Augment;
import dev.longhand.examples.backprop.Backprop;
import dev.longhand.examples.descent.Descent;
import dev.longhand.examples.functions.Functions;
import dev.longhand.examples.gates.Gates;
import dev.longhand.examples.mnist.Mnist;
import dev.longhand.examples.overfitting.Overfitting;
import dev.longhand.examples.regression.Regression;
import dev.longhand.examples.report.Report;
import dev.longhand.examples.slant.Slant;
import dev.longhand.examples.table.PredictTable;
import dev.longhand.examples.table.TrainTable;
import dev.longhand.examples.text.Text;
import dev.longhand.examples.xor.Xor;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The program {@code longhand}: neural networks as examples, one command for each topic.
 *
 * <p>The exit code is 0 for success, 1 for a failure and 2 for wrong arguments.
 */
@Command(
        name = "longhand",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Example neural networks, written out in full.",
        commandListHeading = "%nCommands:%n",
        footer = {"", "Run longhand COMMAND --help for the options of a command."})
public final class Longhand {

    private Longhand() {}

    /** Runs the command that the arguments name. */
    public static void main(String... args) {
        System.setProperty("java.awt.headless", "true");
        int exitCode = run(Output.of(System.out), Output.of(System.err), args);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    /**
     * Runs the command that the arguments name, with its output and error output.
     *
     * @return the exit code: 0, 1 or 2
     */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        Report report = new Report(out);
        int exitCode = new CommandLine(new Longhand())
                .addSubcommand(new Gates(report))
                .addSubcommand(new Functions(report))
                .addSubcommand(new Backprop(report))
                .addSubcommand(new Descent(report))
                .addSubcommand(new Regression(report))
                .addSubcommand(new Xor(report))
                .addSubcommand(new Mnist(report))
                .addSubcommand(new Augment(report))
                .addSubcommand(new Overfitting(report))
                .addSubcommand(new Slant(report))
                .addSubcommand(new Text(report))
                .addSubcommand(new CommandLine(new TrainTable(report)).addSubcommand(new PredictTable(report)))
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Failures::called)
                .setExecutionExceptionHandler(Failures::failed)
                .execute(args);
        out.flush();
        err.flush();
        return exitCode;
    }
}
