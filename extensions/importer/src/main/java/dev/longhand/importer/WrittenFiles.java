package dev.longhand.importer;

import java.nio.file.Path;

/**
 * The files of an imported network.
 *
 * @param declaration the Java source
 * @param weights the safetensors file
 */
public record WrittenFiles(Path declaration, Path weights) {}
