// LossSettings.Rough has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class LossSettings_RoughModel implements Model, LossSettings.Rough {
  public static LossSettings_RoughModel create(long seed) {
    throw new UnsupportedOperationException("LossSettings.Rough has errors; compile again without them");
  }
}
