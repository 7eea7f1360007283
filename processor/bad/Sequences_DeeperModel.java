// Sequences.Deeper has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Sequences_DeeperModel implements Model, Sequences.Deeper {
  public static Sequences_DeeperModel create(long seed) {
    throw new UnsupportedOperationException("Sequences.Deeper has errors; compile again without them");
  }
}
