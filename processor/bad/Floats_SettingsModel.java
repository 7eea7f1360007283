// Floats.Settings has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Floats_SettingsModel implements Model, Floats.Settings {
  public static Floats_SettingsModel create(long seed) {
    throw new UnsupportedOperationException("Floats.Settings has errors; compile again without them");
  }
}
