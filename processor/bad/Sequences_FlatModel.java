// Sequences.Flat has errors; its model is written without them.
package bad;

import dev.longhand.model.Model;

abstract class Sequences_FlatModel implements Model, Sequences.Flat {
  public static Sequences_FlatModel create(long seed) {
    throw new UnsupportedOperationException("Sequences.Flat has errors; compile again without them");
  }
}
