package dev.longhand.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;

/** Decodes text strictly; a byte order mark at its beginning says its encoding. */
final class TextDecoding {

    private static final int LONGEST_MARK = 4;

    private TextDecoding() {}

    /** The text of a stream, whose malformed bytes are an exception. */
    static Reader reader(InputStream stream, Charset charset) throws IOException {
        BufferedInputStream in = new BufferedInputStream(stream);
        in.mark(LONGEST_MARK);
        byte[] start = in.readNBytes(LONGEST_MARK);
        in.reset();
        ByteOrderMark mark = ByteOrderMark.of(start);
        in.skipNBytes(mark == null ? 0 : mark.length());
        return new InputStreamReader(
                in,
                (mark == null ? charset : mark.charset())
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }
}
