// Outputs.Nothing has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Outputs_NothingModel implements Model, Outputs.Nothing {
  public static Outputs_NothingModel create(long seed) {
    throw new UnsupportedOperationException("Outputs.Nothing has errors; compile again without them");
  }
}
