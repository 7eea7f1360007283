// Outputs.Applied has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Outputs_AppliedModel implements Model, Outputs.Applied {
  public static Outputs_AppliedModel create(long seed) {
    throw new UnsupportedOperationException("Outputs.Applied has errors; compile again without them");
  }
}
