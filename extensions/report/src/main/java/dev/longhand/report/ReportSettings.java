package dev.longhand.report;

import dev.longhand.model.Model;
import dev.longhand.model.ModelInfo;
import dev.longhand.report.page.ClassLabels;
import dev.longhand.report.page.KnownData;
import dev.longhand.report.page.SourcePair;
import dev.longhand.report.source.SourceText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a report is told beside the training itself.
 *
 * @param title the title of the page; empty for the network's name
 * @param command what was called to start the run; empty if that isn't known
 * @param data the data that is known
 * @param names the names of the classes
 * @param folders where source is looked for first
 * @param source the source itself, if it needn't be looked for: the declaration, then the generated class
 */
record ReportSettings(
        String title,
        String command,
        KnownData data,
        List<String> names,
        List<Path> folders,
        Optional<List<String>> source) {

    static final ReportSettings DEFAULTS =
            new ReportSettings("", "", KnownData.none(), List.of(), List.of(), Optional.empty());

    ReportSettings withTitle(String changed) {
        return new ReportSettings(changed, command, data, names, folders, source);
    }

    ReportSettings withCommand(String changed) {
        return new ReportSettings(title, changed, data, names, folders, source);
    }

    ReportSettings withData(KnownData changed) {
        return new ReportSettings(title, command, changed, names, folders, source);
    }

    ReportSettings withNames(List<String> changed) {
        return new ReportSettings(title, command, data, changed, folders, source);
    }

    ReportSettings withFolders(List<Path> changed) {
        return new ReportSettings(title, command, data, names, changed, source);
    }

    ReportSettings withSource(String declaration, String generated) {
        return new ReportSettings(title, command, data, names, folders, Optional.of(List.of(declaration, generated)));
    }

    /**
     * Checks that the data is of this network, before it's trained.
     *
     * @throws IllegalArgumentException if data has other sizes than the network, or images have
     */
    void requireFit(ModelInfo model) {
        data.training().ifPresent(given -> given.requireFits(model));
        data.evaluated().values().forEach(given -> given.requireFits(model));
        data.image().ifPresent(image -> {
            if (image.size() != model.input().size()) {
                throw new IllegalArgumentException("the report's images of " + image + " are " + image.size()
                        + " numbers, but " + model.name() + " reads "
                        + model.input().size()
                        + ": give images(…) the height, width and channels of its input");
            }
        });
    }

    ClassLabels labels() {
        return new ClassLabels(names);
    }

    SourcePair sources(Model model) {
        return source.map(texts -> new SourcePair(
                        SourceText.of(model.info().name() + ".java", texts.get(0)),
                        SourceText.of(model.getClass().getSimpleName() + ".java", texts.get(1))))
                .orElseGet(() -> new SourcePair(
                        SourceText.declaration(model.getClass(), folders),
                        SourceText.generated(model.getClass(), folders)));
    }
}
