package dev.longhand.benchmarks.bits;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** An incremental SHA-256 of numbers and text. */
public final class Sha256 {

    private final MessageDigest digest;

    /** A digest of nothing yet. */
    public Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /** Adds the bits of these numbers, little endian. */
    public Sha256 add(float[] numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(numbers);
        digest.update(bytes.array());
        return this;
    }

    /** Adds this text and a line feed. */
    public Sha256 add(String line) {
        digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** The digest of everything added, in hexadecimal. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
