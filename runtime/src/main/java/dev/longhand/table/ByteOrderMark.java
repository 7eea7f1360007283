package dev.longhand.table;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** The bytes at the beginning of a text that say its encoding (BOM). The longest of those that fit is the right one. */
enum ByteOrderMark {
    UTF_32LE("UTF-32LE", 0xFF, 0xFE, 0, 0),
    UTF_32BE("UTF-32BE", 0, 0, 0xFE, 0xFF),
    UTF_8("UTF-8", 0xEF, 0xBB, 0xBF),
    UTF_16LE("UTF-16LE", 0xFF, 0xFE),
    UTF_16BE("UTF-16BE", 0xFE, 0xFF);

    private final String charset;
    private final int[] bytes;

    ByteOrderMark(String charset, int... bytes) {
        this.charset = charset;
        this.bytes = bytes;
    }

    /** The mark that a text begins with; null if there's none. */
    static @Nullable ByteOrderMark of(byte[] start) {
        for (ByteOrderMark mark : values()) {
            if (mark.isAtBeginningOf(start)) {
                return mark;
            }
        }
        return null;
    }

    private boolean isAtBeginningOf(byte[] start) {
        if (start.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((start[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    int length() {
        return bytes.length;
    }

    Charset charset() {
        return Charset.forName(charset);
    }
}
