// Images.Farther has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Images_FartherModel implements Model, Images.Farther {
  public static Images_FartherModel create(long seed) {
    throw new UnsupportedOperationException("Images.Farther has errors; compile again without them");
  }
}
