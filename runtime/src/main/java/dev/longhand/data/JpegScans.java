package dev.longhand.data;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an image file on their way to the decoder. Counts the scans of a JPEG file as they pass, and keeps the
 * exception of a source that fails, which a decoder may replace by its own.
 */
final class JpegScans extends FilterInputStream {

    private static final int MARK = 0xFF;
    private static final int START_OF_IMAGE = 0xD8;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int START_OF_SCAN = 0xDA;

    /** Where in a file the next byte is. */
    private enum Position {
        FIRST_BYTE,
        SECOND_BYTE,
        BETWEEN_SEGMENTS,
        AFTER_MARK,
        LENGTH,
        SEGMENT,
        SCAN_DATA,
        MARK_IN_SCAN_DATA,
        ELSEWHERE
    }

    private final ImageLimits limits;
    private final String file;
    private Position position = Position.FIRST_BYTE;
    private int lengthBytes;
    private int length;
    private boolean isScan;
    private int scans;
    private @Nullable IOException failure;

    JpegScans(InputStream in, ImageLimits limits, String file) {
        super(in);
        this.limits = limits;
        this.file = file;
    }

    /** The exception that reading ended with, or null. */
    @Nullable
    IOException failure() {
        return failure;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
        if (failure != null) {
            throw failure;
        }
        try {
            int read = super.read(target, offset, count);
            for (int i = 0; i < read; i++) {
                pass(target[offset + i] & 0xFF);
            }
            limits.checkScans(scans, file);
            return read;
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    private void pass(int value) {
        switch (position) {
            case FIRST_BYTE -> position = value == MARK ? Position.SECOND_BYTE : Position.ELSEWHERE;
            case SECOND_BYTE -> position = value == START_OF_IMAGE ? Position.BETWEEN_SEGMENTS : Position.ELSEWHERE;
            case BETWEEN_SEGMENTS -> position = value == MARK ? Position.AFTER_MARK : Position.BETWEEN_SEGMENTS;
            case AFTER_MARK -> begin(value, Position.AFTER_MARK, Position.BETWEEN_SEGMENTS);
            case LENGTH -> passLength(value);
            case SEGMENT -> {
                if (--length == 0) {
                    endSegment();
                }
            }
            case SCAN_DATA -> position = value == MARK ? Position.MARK_IN_SCAN_DATA : Position.SCAN_DATA;
            case MARK_IN_SCAN_DATA -> begin(value, Position.MARK_IN_SCAN_DATA, Position.SCAN_DATA);
            case ELSEWHERE -> {}
        }
    }

    /** The byte after a mark: more marks, a marker alone, or a marker that a segment follows. */
    private void begin(int marker, Position afterMark, Position afterMarkerAlone) {
        if (marker == MARK) {
            position = afterMark;
        } else if (marker <= 1 || (marker >= 0xD0 && marker <= START_OF_IMAGE)) {
            position = afterMarkerAlone;
        } else if (marker == END_OF_IMAGE) {
            position = Position.ELSEWHERE;
        } else {
            isScan = marker == START_OF_SCAN;
            scans += isScan ? 1 : 0;
            lengthBytes = 0;
            length = 0;
            position = Position.LENGTH;
        }
    }

    /** The length of a segment includes its own two bytes. */
    private void passLength(int value) {
        length = length << 8 | value;
        if (++lengthBytes == 2) {
            length -= 2;
            position = Position.SEGMENT;
            if (length <= 0) {
                endSegment();
            }
        }
    }

    private void endSegment() {
        position = isScan ? Position.SCAN_DATA : Position.BETWEEN_SEGMENTS;
    }
}
