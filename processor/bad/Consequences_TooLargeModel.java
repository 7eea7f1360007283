// Consequences.TooLarge has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Consequences_TooLargeModel implements Model, Consequences.TooLarge {
  public static Consequences_TooLargeModel create(long seed) {
    throw new UnsupportedOperationException("Consequences.TooLarge has errors; compile again without them");
  }
}
