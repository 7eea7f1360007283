package dev.longhand.processor.pretrained;

import dev.longhand.safetensors.MalformedFileException;
import dev.longhand.safetensors.SafetensorsHeader;
import dev.longhand.safetensors.WeightsChecksum;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** Reads weights files: all of the header, and the numbers only to compare their checksum. */
final class WeightsFile {

    private static final int BLOCK = 1 << 16;

    /** The format's own limit. */
    private static final int LARGEST_HEADER = 100_000_000;

    private WeightsFile() {}

    /** The header of a file that is undamaged. */
    static SafetensorsHeader read(InputStream in) throws IOException, MalformedFileException {
        SafetensorsHeader header = SafetensorsHeader.read(in, LARGEST_HEADER);
        WeightsChecksum checksum = new WeightsChecksum(header.metadata());
        byte[] block = new byte[BLOCK];
        long size = 0;
        for (int count = in.read(block); count >= 0; count = in.read(block)) {
            checksum.add(ByteBuffer.wrap(block, 0, count));
            size += count;
        }
        header.checkOffsets(size);
        checksum.require(header.metadata());
        return header;
    }
}
