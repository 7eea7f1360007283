// Sequences.Long has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Sequences_LongModel implements Model, Sequences.Long {
  public static Sequences_LongModel create(long seed) {
    throw new UnsupportedOperationException("Sequences.Long has errors; compile again without them");
  }
}
