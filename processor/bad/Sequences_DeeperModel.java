// Sequences.Deeper has errors; its model is written without them.
package bad;

import dev.longhand.model.Model;

abstract class Sequences_DeeperModel implements Model, Sequences.Deeper {
  public static Sequences_DeeperModel create(long seed) {
    throw new UnsupportedOperationException("Sequences.Deeper has errors; compile again without them");
  }
}
