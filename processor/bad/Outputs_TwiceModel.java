// Outputs.Twice has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Outputs_TwiceModel implements Model, Outputs.Twice {
  public static Outputs_TwiceModel create(long seed) {
    throw new UnsupportedOperationException("Outputs.Twice has errors; compile again without them");
  }
}
