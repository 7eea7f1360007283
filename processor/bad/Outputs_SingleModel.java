// Outputs.Single has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Outputs_SingleModel implements Model, Outputs.Single {
  public static Outputs_SingleModel create(long seed) {
    throw new UnsupportedOperationException("Outputs.Single has errors; compile again without them");
  }
}
