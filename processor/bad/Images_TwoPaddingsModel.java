// Images.TwoPaddings has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Images_TwoPaddingsModel implements Model, Images.TwoPaddings {
  public static Images_TwoPaddingsModel create(long seed) {
    throw new UnsupportedOperationException("Images.TwoPaddings has errors; compile again without them");
  }
}
