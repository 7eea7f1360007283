// Inputs.Nothing has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Inputs_NothingModel implements Model, Inputs.Nothing {
  public static Inputs_NothingModel create(long seed) {
    throw new UnsupportedOperationException("Inputs.Nothing has errors; compile again without them");
  }
}
