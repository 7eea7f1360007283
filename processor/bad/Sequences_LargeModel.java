// Sequences.Large has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Sequences_LargeModel implements Model, Sequences.Large {
  public static Sequences_LargeModel create(long seed) {
    throw new UnsupportedOperationException("Sequences.Large has errors; compile again without them");
  }
}
