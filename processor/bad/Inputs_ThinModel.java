// Inputs.Thin has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Inputs_ThinModel implements Model, Inputs.Thin {
  public static Inputs_ThinModel create(long seed) {
    throw new UnsupportedOperationException("Inputs.Thin has errors; compile again without them");
  }
}
