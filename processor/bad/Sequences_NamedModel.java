// Sequences.Named has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Sequences_NamedModel implements Model, Sequences.Named {
  public static Sequences_NamedModel create(long seed) {
    throw new UnsupportedOperationException("Sequences.Named has errors; compile again without them");
  }
}
