// Consequences.UnknownInput has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Consequences_UnknownInputModel implements Model, Consequences.UnknownInput {
  public static Consequences_UnknownInputModel create(long seed) {
    throw new UnsupportedOperationException("Consequences.UnknownInput has errors; compile again without them");
  }
}
