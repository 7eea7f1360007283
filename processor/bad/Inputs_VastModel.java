// Inputs.Vast has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Inputs_VastModel implements Model, Inputs.Vast {
  public static Inputs_VastModel create(long seed) {
    throw new UnsupportedOperationException("Inputs.Vast has errors; compile again without them");
  }
}
