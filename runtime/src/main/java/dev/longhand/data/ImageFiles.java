package dev.longhand.data;

import dev.longhand.file.RegularFile;
import dev.longhand.text.Printable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The image files of a folder that has a folder for each class.
 *
 * @param files class by class, in each by name
 * @param labels the label of each file
 * @param classes the names of the classes
 */
@SuppressWarnings("ArrayRecordComponent")
record ImageFiles(List<Path> files, int[] labels, List<String> classes) {

    /** See {@link Images#readFolders(Path)}. */
    static ImageFiles of(Path root) throws IOException {
        List<Path> folders = list(root, Files::isDirectory);
        if (folders.size() < 2) {
            throw new IllegalArgumentException(Printable.of(root.toString()) + " has " + folders.size()
                    + (folders.size() == 1 ? " folder" : " folders")
                    + " of images: there must be one for each class, at least 2");
        }
        return of(folders, folders.stream().map(ImageFiles::name).toList());
    }

    /** See {@link Images#readFolders(Path, List)}. */
    static ImageFiles of(Path root, List<String> classes) throws IOException {
        List<Path> folders = new ArrayList<>();
        for (String name : classes) {
            // The name of a folder may not be text: what Java makes of it then leads nowhere.
            folders.add(list(root, Files::isDirectory).stream()
                    .filter(folder -> name(folder).equals(name))
                    .findFirst()
                    .orElse(root.resolve(name)));
        }
        return of(folders, classes);
    }

    private static ImageFiles of(List<Path> folders, List<String> classes) throws IOException {
        List<Path> files = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (int i = 0; i < folders.size(); i++) {
            List<Path> images = list(folders.get(i), ImageFiles::isNamedAsImage);
            if (images.isEmpty()) {
                throw new IllegalArgumentException(
                        Printable.of(folders.get(i).toString()) + " has no image that ends in .png, .jpg or .jpeg");
            }
            files.addAll(images);
            labels.addAll(Collections.nCopies(images.size(), classes.indexOf(classes.get(i))));
        }
        return new ImageFiles(
                List.copyOf(files), labels.stream().mapToInt(Integer::intValue).toArray(), List.copyOf(classes));
    }

    /** A folder's entries that are to be read, sorted by name. */
    private static List<Path> list(Path folder, Predicate<Path> isWanted) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(isWanted)
                    .filter(file -> !name(file).startsWith("."))
                    .sorted(Comparator.comparing(ImageFiles::name).thenComparing(Comparator.naturalOrder()))
                    .toList();
        } catch (IOException e) {
            throw RegularFile.named(folder, e);
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static boolean isNamedAsImage(Path file) {
        String name = name(file).toLowerCase(Locale.ROOT);
        return (name.endsWith(".png") || name.endsWith(".jpg") || name.endsWith(".jpeg")) && !Files.isDirectory(file);
    }
}
