package dev.longhand.io;

import java.nio.ByteBuffer;

/** The types of numbers in files, and how each is read as a float: rounded to the nearest where it isn't one. */
public enum NumberType {
    /** True or false, read as 1 or 0. */
    BOOLEAN(1),
    /** Unsigned, 8 bits. */
    UNSIGNED_BYTE(1),
    /** Signed, 8 bits. */
    BYTE(1),
    /** Unsigned, 16 bits. */
    UNSIGNED_SHORT(2),
    /** Signed, 16 bits. */
    SHORT(2),
    /** Unsigned, 32 bits. */
    UNSIGNED_INT(4),
    /** Signed, 32 bits. */
    INT(4),
    /** Unsigned, 64 bits. */
    UNSIGNED_LONG(8),
    /** Signed, 64 bits. */
    LONG(8),
    /** IEEE 754, 16 bits. */
    HALF(2),
    /** The upper half of an IEEE 754 number of 32 bits, which machine learning calls bfloat16. */
    BFLOAT16(2),
    /** IEEE 754, 32 bits. */
    FLOAT(4),
    /** IEEE 754, 64 bits. */
    DOUBLE(8);

    private final int bytes;

    NumberType(int bytes) {
        this.bytes = bytes;
    }

    /** The bytes of a number. */
    public int bytes() {
        return bytes;
    }

    /**
     * Reads numbers from a buffer, in the order of bytes that the buffer has. Several threads may read one buffer.
     *
     * @param position where the first number begins
     * @param target receives the numbers, from index {@code at} on
     * @param count how many
     */
    public void read(ByteBuffer source, int position, float[] target, int at, int count) {
        switch (this) {
            case BOOLEAN -> {
                for (int i = 0; i < count; i++) {
                    target[at + i] = source.get(position + i) == 0 ? 0 : 1;
                }
            }
            case UNSIGNED_BYTE -> {
                for (int i = 0; i < count; i++) {
                    target[at + i] = source.get(position + i) & 0xFF;
                }
            }
            case BYTE -> {
                for (int i = 0; i < count; i++) {
                    target[at + i] = source.get(position + i);
                }
            }
            case UNSIGNED_SHORT -> {
                for (int i = 0; i < count; i++) {
                    target[at + i] = source.getShort(position + 2 * i) & 0xFFFF;
                }
            }
            case SHORT -> {
                for (int i = 0; i < count; i++) {
                    target[at + i] = source.getShort(position + 2 * i);
                }
            }
            case UNSIGNED_INT -> {
                for (int i = 0; i < count; i++) {
                    target[at + i] = source.getInt(position + 4 * i) & 0xFFFFFFFFL;
                }
            }
            case INT -> {
                for (int i = 0; i < count; i++) {
                    target[at + i] = source.getInt(position + 4 * i);
                }
            }
            case UNSIGNED_LONG -> {
                for (int i = 0; i < count; i++) {
                    target[at + i] = ofUnsigned(source.getLong(position + 8 * i));
                }
            }
            case LONG -> {
                for (int i = 0; i < count; i++) {
                    target[at + i] = source.getLong(position + 8 * i);
                }
            }
            case HALF -> {
                for (int i = 0; i < count; i++) {
                    target[at + i] = ofHalf(source.getShort(position + 2 * i));
                }
            }
            case BFLOAT16 -> {
                for (int i = 0; i < count; i++) {
                    target[at + i] = Float.intBitsToFloat(source.getShort(position + 2 * i) << 16);
                }
            }
            case FLOAT -> {
                for (int i = 0; i < count; i++) {
                    target[at + i] = source.getFloat(position + 4 * i);
                }
            }
            case DOUBLE -> {
                for (int i = 0; i < count; i++) {
                    target[at + i] = (float) source.getDouble(position + 8 * i);
                }
            }
        }
    }

    /** An unsigned number: above the signed range halved first, its lowest bit kept for rounding. */
    private static float ofUnsigned(long bits) {
        return bits >= 0 ? bits : 2 * (float) (bits >>> 1 | bits & 1);
    }

    /** A number of 1 sign bit, 5 exponent bits with bias 15, and 10 bits of fraction. */
    private static float ofHalf(short bits) {
        int exponent = bits >> 10 & 0x1F;
        int fraction = bits & 0x3FF;
        float magnitude;
        if (exponent == 0) {
            magnitude = fraction * 0x1p-24f;
        } else if (exponent == 0x1F) {
            magnitude = fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
        } else {
            magnitude = Float.intBitsToFloat(exponent + 127 - 15 << 23 | fraction << 13);
        }
        return bits < 0 ? -magnitude : magnitude;
    }
}
