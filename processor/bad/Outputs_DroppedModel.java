// Outputs.Dropped has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Outputs_DroppedModel implements Model, Outputs.Dropped {
  public static Outputs_DroppedModel create(long seed) {
    throw new UnsupportedOperationException("Outputs.Dropped has errors; compile again without them");
  }
}
