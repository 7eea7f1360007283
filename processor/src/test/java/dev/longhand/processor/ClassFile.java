package dev.longhand.processor;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the tests want to know of a class file.
 *
 * @param name the file's name
 * @param methods the number of bytecodes of each method but the static initializer, which runs once and so needn't be
 *     short enough to be compiled
 * @param constants the number of entries in the constant pool
 */
record ClassFile(String name, Map<String, Integer> methods, int constants) {

    /** Reads the file, as chapter 4 of the JVM specification describes it. */
    static ClassFile read(Path file) {
        try (DataInputStream in = new DataInputStream(new java.io.BufferedInputStream(Files.newInputStream(file)))) {
            in.skipNBytes(8);
            String[] texts = constants(in);
            in.skipNBytes(6);
            in.skipNBytes(2L * in.readUnsignedShort());
            members(in, texts, new LinkedHashMap<>());
            Map<String, Integer> methods = new LinkedHashMap<>();
            members(in, texts, methods);
            methods.remove("<clinit>()V");
            return new ClassFile(file.getFileName().toString(), methods, texts.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The longest method. */
    Map.Entry<String, Integer> longest() {
        return methods.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
    }

    private static String[] constants(DataInputStream in) throws IOException {
        String[] texts = new String[in.readUnsignedShort()];
        for (int i = 1; i < texts.length; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> texts[i] = in.readUTF();
                case 5, 6 -> {
                    in.skipNBytes(8);
                    i++;
                }
                case 15 -> in.skipNBytes(3);
                case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
                default -> in.skipNBytes(4);
            }
        }
        return texts;
    }

    private static void members(DataInputStream in, String[] texts, Map<String, Integer> sizes) throws IOException {
        int count = in.readUnsignedShort();
        for (int i = 0; i < count; i++) {
            in.skipNBytes(2);
            String name = texts[in.readUnsignedShort()];
            String signature = texts[in.readUnsignedShort()];
            int attributes = in.readUnsignedShort();
            for (int k = 0; k < attributes; k++) {
                String attribute = texts[in.readUnsignedShort()];
                long length = in.readInt() & 0xFFFFFFFFL;
                if (attribute.equals("Code")) {
                    in.skipNBytes(4);
                    int size = in.readInt();
                    sizes.put(name + signature, size);
                    length -= 8;
                }
                in.skipNBytes(length);
            }
        }
    }
}
