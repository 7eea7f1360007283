// LossSettings.Square has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class LossSettings_SquareModel implements Model, LossSettings.Square {
  public static LossSettings_SquareModel create(long seed) {
    throw new UnsupportedOperationException("LossSettings.Square has errors; compile again without them");
  }
}
