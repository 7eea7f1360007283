// Sequences.Flat has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Sequences_FlatModel implements Model, Sequences.Flat {
  public static Sequences_FlatModel create(long seed) {
    throw new UnsupportedOperationException("Sequences.Flat has errors; compile again without them");
  }
}
