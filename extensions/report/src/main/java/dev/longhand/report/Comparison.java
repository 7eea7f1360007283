package dev.longhand.report;

import dev.longhand.report.compare.ComparisonPage;
import dev.longhand.report.compare.StoredRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs beside one another on one page, the differences of their settings first. */
public final class Comparison {

    private final List<StoredRun> runs;

    private Comparison(List<StoredRun> runs) {
        this.runs = List.copyOf(runs);
    }

    /**
     * Reads the runs that reports wrote into these folders. A run is called by the name of its folder or, if two are the
     * same, by its path.
     *
     * @param folders at least 2
     * @throws IOException if a folder holds no run
     * @throws IllegalArgumentException if there are fewer than 2 folders
     */
    public static Comparison of(List<Path> folders) throws IOException {
        if (folders.size() < 2) {
            throw new IllegalArgumentException("a comparison needs at least 2 runs, but " + folders.size()
                    + (folders.size() == 1 ? " was named" : " were named"));
        }
        List<String> names = folders.stream().map(Comparison::name).toList();
        boolean areDifferent = names.stream().distinct().count() == names.size();
        List<StoredRun> runs = new ArrayList<>();
        for (int i = 0; i < folders.size(); i++) {
            runs.add(StoredRun.read(
                    folders.get(i), areDifferent ? names.get(i) : folders.get(i).toString()));
        }
        return new Comparison(runs);
    }

    private static String name(Path folder) {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return name == null ? folder.toString() : name.toString();
    }

    /** Writes the page to a file, which is replaced. */
    public void write(Path file) throws IOException {
        Files.write(file, ComparisonPage.of(runs).getBytes(StandardCharsets.UTF_8));
    }
}
