// Sequences.Countless has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Sequences_CountlessModel implements Model, Sequences.Countless {
  public static Sequences_CountlessModel create(long seed) {
    throw new UnsupportedOperationException("Sequences.Countless has errors; compile again without them");
  }
}
