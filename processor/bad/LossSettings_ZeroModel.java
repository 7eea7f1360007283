// LossSettings.Zero has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class LossSettings_ZeroModel implements Model, LossSettings.Zero {
  public static LossSettings_ZeroModel create(long seed) {
    throw new UnsupportedOperationException("LossSettings.Zero has errors; compile again without them");
  }
}
