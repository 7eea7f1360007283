// Sequences.Pairs has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Sequences_PairsModel implements Model, Sequences.Pairs {
  public static Sequences_PairsModel create(long seed) {
    throw new UnsupportedOperationException("Sequences.Pairs has errors; compile again without them");
  }
}
