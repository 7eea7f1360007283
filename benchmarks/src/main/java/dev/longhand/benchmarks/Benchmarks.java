package dev.longhand.benchmarks;

import dev.longhand.benchmarks.bits.BitsCommand;
import dev.longhand.benchmarks.compare.CompareCommand;
import dev.longhand.benchmarks.compile.CompileCommand;
import dev.longhand.benchmarks.contest.PeersCommand;
import dev.longhand.benchmarks.curves.CurvesCommand;
import dev.longhand.benchmarks.jmh.JmhCommand;
import dev.longhand.benchmarks.kill.KillCommand;
import dev.longhand.benchmarks.parts.PartsCommand;
import dev.longhand.benchmarks.streams.StreamsCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the benchmarks. */
@Command(
        name = "benchmarks",
        description = "Measures Longhand.",
        mixinStandardHelpOptions = true,
        subcommands = {
            BitsCommand.class,
            CompareCommand.class,
            CompileCommand.class,
            CurvesCommand.class,
            JmhCommand.class,
            KillCommand.class,
            PartsCommand.class,
            PeersCommand.class,
            StreamsCommand.class
        })
public final class Benchmarks {

    private Benchmarks() {}

    /** Runs one of the commands. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Benchmarks())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args));
    }
}
