// Sequences.Steps has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Sequences_StepsModel implements Model, Sequences.Steps {
  public static Sequences_StepsModel create(long seed) {
    throw new UnsupportedOperationException("Sequences.Steps has errors; compile again without them");
  }
}
