package dev.longhand.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Decompresses a gzip file (RFC 1952): its members one after the other, each checked against its length and checksum.
 * Closing it doesn't close the source.
 */
final class GzipStream extends InputStream {

    /** The most members of a file: as many blocks of 32 KiB as make the largest array. */
    private static final int MOST_MEMBERS = 1 << 16;

    private static final int HEADER_CHECKSUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xE0;
    private static final int BLOCK = 1 << 13;

    private final InputStream source;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final byte[] input = new byte[BLOCK];
    private int next;
    private int end;
    private int members;
    private boolean isInMember;

    GzipStream(InputStream source) {
        this.source = source;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (isInMember || beginMember()) {
            int count = inflate(target, offset, length);
            if (count > 0) {
                checksum.update(target, offset, count);
                return count;
            }
            if (inflater.finished()) {
                endMember();
            } else if (inflater.needsDictionary()) {
                throw new ZipException("it needs a dictionary");
            } else if (inflater.needsInput()) {
                if (!fill()) {
                    throw new EOFException();
                }
                inflater.setInput(input, 0, end);
                next = end;
            }
        }
        return -1;
    }

    private int inflate(byte[] target, int offset, int length) throws ZipException {
        try {
            return inflater.inflate(target, offset, length);
        } catch (DataFormatException e) {
            ZipException damaged = new ZipException(e.getMessage());
            damaged.initCause(e);
            throw damaged;
        }
    }

    /** Reads the header of the next member, if the file has one. */
    private boolean beginMember() throws IOException {
        if (next == end && !fill()) {
            if (members == 0) {
                throw new EOFException();
            }
            return false;
        }
        if (members++ == MOST_MEMBERS) {
            throw new ZipException("it has more than " + MOST_MEMBERS + " members");
        }
        checksum.reset();
        if (headerByte() != 0x1F || headerByte() != 0x8B || headerByte() != 8) {
            throw new ZipException("it goes on with what is no gzip data");
        }
        int flags = headerByte();
        if ((flags & RESERVED) != 0) {
            throw new ZipException("it has unknown flags");
        }
        skipHeader(6);
        if ((flags & EXTRA) != 0) {
            skipHeader(headerByte() | headerByte() << 8);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CHECKSUM) != 0) {
            require(checksum.getValue() & 0xFFFF, number(2), "the checksum of its header");
        }
        checksum.reset();
        inflater.reset();
        inflater.setInput(input, next, end - next);
        next = end;
        isInMember = true;
        return true;
    }

    /** Checks what follows the data of a member: checksum and length. */
    private void endMember() throws IOException {
        next = end - inflater.getRemaining();
        require(checksum.getValue(), number(4), "its checksum");
        require(inflater.getBytesWritten() & 0xFFFFFFFFL, number(4), "its length");
        isInMember = false;
    }

    private static void require(long computed, long stored, String what) throws ZipException {
        if (computed != stored) {
            throw new ZipException(what + " is wrong");
        }
    }

    private void skipHeader(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            headerByte();
        }
    }

    private void skipText() throws IOException {
        while (headerByte() != 0) {
            // Names and comments aren't used.
        }
    }

    private int headerByte() throws IOException {
        int value = nextByte();
        checksum.update(value);
        return value;
    }

    /** A number of {@code count} bytes, the lowest first. */
    private long number(int count) throws IOException {
        long number = 0;
        for (int i = 0; i < count; i++) {
            number |= (long) nextByte() << 8 * i;
        }
        return number;
    }

    private int nextByte() throws IOException {
        if (next == end && !fill()) {
            throw new EOFException();
        }
        return input[next++] & 0xFF;
    }

    /** Reads the next bytes of the source into the empty buffer; false at the end. */
    private boolean fill() throws IOException {
        next = 0;
        end = Math.max(0, source.read(input, 0, BLOCK));
        return end > 0;
    }

    @Override
    public void close() {
        inflater.end();
    }
}
