package dev.longhand.processor.check;

/**
 * The class of a standalone file.
 *
 * @param name its simple name: {@code XorAlone}, {@code Outer_XorAlone}
 * @param learns whether it learns, or only predicts
 */
public record StandaloneClass(String name, boolean learns) {}
