// Sequences.Wide has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Sequences_WideModel implements Model, Sequences.Wide {
  public static Sequences_WideModel create(long seed) {
    throw new UnsupportedOperationException("Sequences.Wide has errors; compile again without them");
  }
}
