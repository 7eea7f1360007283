package dev.longhand.report.page;

import dev.longhand.report.source.SourceText;

/**
 * The source of a network.
 *
 * @param declaration what the user wrote
 * @param generated what the processor wrote
 */
public record SourcePair(SourceText declaration, SourceText generated) {}
