package dev.longhand.importer;

import dev.longhand.Loss;

/**
 * An output of an imported network.
 *
 * @param layer the name of the layer whose outputs it is
 * @param loss the loss that goes with its activation, since files of trained networks have none
 */
public record ImportedOutput(String layer, Loss loss) {}
