// Sequences.Named has errors; its model is written without them.
package bad;

import dev.longhand.model.Model;

abstract class Sequences_NamedModel implements Model, Sequences.Named {
  public static Sequences_NamedModel create(long seed) {
    throw new UnsupportedOperationException("Sequences.Named has errors; compile again without them");
  }
}
