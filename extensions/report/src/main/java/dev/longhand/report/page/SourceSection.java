package dev.longhand.report.page;

import dev.longhand.report.html.Html;
import dev.longhand.report.html.Numbers;
import dev.longhand.report.source.SourceListing;
import dev.longhand.report.source.SourceText;

/** The declaration, and what was generated from it. */
final class SourceSection {

    private SourceSection() {}

    /** The listing of the generated class; empty if its source wasn't found. */
    static SourceListing generated(PageContent content) {
        return SourceListing.of(content.sources().generated().text(), content.info());
    }

    static String of(PageContent content) {
        Html html = new Html();
        SourceText declaration = content.sources().declaration();
        html.line("h3", "Declaration", "id", "declaration");
        if (declaration.isFound()) {
            html.open("p").element("code", declaration.file()).end();
            SourceListing.of(declaration.text()).write(html, "Source of the declaration");
        } else {
            writeMissing(html, declaration);
        }
        SourceText generated = content.sources().generated();
        html.line("h3", "Generated class", "id", "generated");
        if (generated.isFound()) {
            SourceListing listing = generated(content);
            html.open("p")
                    .element("code", generated.file())
                    .text(", %s lines. The diagram's blocks lead to the methods that compute their layers."
                            .formatted(Numbers.count(listing.lines())))
                    .end();
            listing.write(html, "Source of the generated class");
        } else {
            writeMissing(html, generated);
        }
        return html.toString();
    }

    private static void writeMissing(Html html, SourceText source) {
        html.open("p")
                .element("code", source.file())
                .text(" wasn't found. It was looked for in: " + String.join(", ", source.looked())
                        + ". Say where it is by Report.sources(…).")
                .end();
    }
}
