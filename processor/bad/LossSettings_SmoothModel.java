// LossSettings.Smooth has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class LossSettings_SmoothModel implements Model, LossSettings.Smooth {
  public static LossSettings_SmoothModel create(long seed) {
    throw new UnsupportedOperationException("LossSettings.Smooth has errors; compile again without them");
  }
}
