package dev.longhand.examples.table;

import dev.longhand.table.CsvFormat;
import dev.longhand.table.Table;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Objects;

/** The data sets that the program holds; its file NOTICE names their sources. */
enum Embedded {
    /** 150 flowers of three species. */
    IRIS("species", "Irises of three species, measured in cm: R. A. Fisher, 1936"),
    /** 20 years of 11 companies. */
    GRUNFELD("invest", "Investment of 11 companies, 1935 to 1954, in millions of dollars of 1947: Y. Grunfeld, 1958");

    private final String target;
    private final String words;

    Embedded(String target, String words) {
        this.target = target;
        this.words = words;
    }

    /** The column that is learnt by default. */
    String target() {
        return target;
    }

    /** What it is and where it's from. */
    String words() {
        return words;
    }

    Table read() throws IOException {
        String file = this + ".csv";
        try (InputStream in = Objects.requireNonNull(Embedded.class.getResourceAsStream(file), file)) {
            return Table.csv(in, file, CsvFormat.standard());
        }
    }

    /** As it's written on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
