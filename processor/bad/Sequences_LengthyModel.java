// Sequences.Lengthy has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Sequences_LengthyModel implements Model, Sequences.Lengthy {
  public static Sequences_LengthyModel create(long seed) {
    throw new UnsupportedOperationException("Sequences.Lengthy has errors; compile again without them");
  }
}
