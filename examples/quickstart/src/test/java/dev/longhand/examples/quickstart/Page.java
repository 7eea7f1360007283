package dev.longhand.examples.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A document in Markdown, of which the fenced blocks are read. */
record Page(String text) {

    static Page read(Path file) throws IOException {
        return new Page(Files.readString(file).replace("\r\n", "\n"));
    }

    /** The first block of a language below a heading of the second level. */
    String block(String heading, String language) {
        String section = find("(?m)^## " + Pattern.quote(heading) + "$(.*?)(?=^## |\\z)", text, heading);
        return find("(?m)^```" + Pattern.quote(language) + "\n(.*?)^```$", section, heading + ", " + language);
    }

    private static String find(String pattern, String in, String what) {
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(in);
        if (!matcher.find()) {
            throw new AssertionError("the page has no block \"" + what + "\"");
        }
        return matcher.group(1);
    }
}
