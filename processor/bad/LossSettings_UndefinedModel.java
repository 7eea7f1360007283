// LossSettings.Undefined has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class LossSettings_UndefinedModel implements Model, LossSettings.Undefined {
  public static LossSettings_UndefinedModel create(long seed) {
    throw new UnsupportedOperationException("LossSettings.Undefined has errors; compile again without them");
  }
}
