// Consequences.UnknownEnd has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Consequences_UnknownEndModel implements Model, Consequences.UnknownEnd {
  public static Consequences_UnknownEndModel create(long seed) {
    throw new UnsupportedOperationException("Consequences.UnknownEnd has errors; compile again without them");
  }
}
