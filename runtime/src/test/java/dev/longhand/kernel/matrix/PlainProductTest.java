package dev.longhand.kernel.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;

/** A property of its bytecode that the speed of {@link PlainProduct} depends on. */
class PlainProductTest {

    @Test
    void theTileIsTooLongToBeInlined() throws Exception {
        Path classes = Path.of(PlainProduct.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        StringWriter listing = new StringWriter();
        PrintWriter out = new PrintWriter(listing);
        int status = ToolProvider.findFirst("javap")
                .orElseThrow()
                .run(out, out, "-p", "-c", "-cp", classes.toString(), PlainProduct.class.getName());
        assertThat(status).isZero();

        String text = listing.toString();
        String tile = text.substring(text.indexOf(" tile("));
        int length = Pattern.compile("(\\d+): return")
                .matcher(tile)
                .results()
                .map((MatchResult end) -> Integer.parseInt(end.group(1)))
                .findFirst()
                .orElseThrow();
        assertThat(length).isGreaterThan(325);
    }
}
