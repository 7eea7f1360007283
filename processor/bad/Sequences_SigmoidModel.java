// Sequences.Sigmoid has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Sequences_SigmoidModel implements Model, Sequences.Sigmoid {
  public static Sequences_SigmoidModel create(long seed) {
    throw new UnsupportedOperationException("Sequences.Sigmoid has errors; compile again without them");
  }
}
