package dev.longhand.report.page;

import dev.longhand.report.html.Html;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A whole page: its frame, a list of contents, and the sections. It refers to nothing outside. */
public final class Page {

    private Page() {}

    /** A section with the anchor that leads to it. */
    private record Section(String anchor, String title, String markup) {}

    /** The page about a run. */
    public static String of(PageContent content, List<Examination> examinations) {
        List<Section> sections = Stream.of(
                        section("network", "Network", NetworkSection.of(content)),
                        section("training", "Training", TrainingSection.of(content)),
                        section("evaluation", "Evaluation", EvaluationSection.of(content, examinations)),
                        section("learnt", "What it learnt", LearntSection.of(content)),
                        section("settings", "Settings and data", SettingsSection.of(content)),
                        section("source", "Source", SourceSection.of(content)))
                .filter(section -> !section.markup.isEmpty())
                .toList();
        String main = sections.stream().map(Page::markup).collect(Collectors.joining());
        Html nav = new Html();
        sections.forEach(section -> nav.open("li")
                .element("a", section.title, "href", "#" + section.anchor)
                .end());
        return frame(content.run().title(), HeadSection.of(content), nav.toString(), main);
    }

    private static Section section(String anchor, String title, String markup) {
        return new Section(anchor, title, markup);
    }

    private static String markup(Section section) {
        Html html = new Html();
        html.open("section", "id", section.anchor, "aria-labelledby", section.anchor + "-title");
        html.line("h2", section.title, "id", section.anchor + "-title");
        html.markup(section.markup);
        return html.end().toString();
    }

    /**
     * A page in the style of reports.
     *
     * @param title its title
     * @param head the markup above the contents
     * @param nav the items of the list of contents
     * @param main the sections
     */
    public static String frame(String title, String head, String nav, String main) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <title>%s</title>
                <style>
                %s</style>
                </head>
                <body>
                <a class="skip" href="#main">To the content</a>
                <header>
                %s</header>
                <nav aria-label="Contents">
                <ul>
                %s</ul>
                </nav>
                <main id="main">
                %s</main>
                <footer>
                <p>Written by Longhand. This page needs no network and no other file.</p>
                </footer>
                </body>
                </html>
                """.formatted(Html.escape(title), resource("report.css"), head, nav, main);
    }

    private static String resource(String name) {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
