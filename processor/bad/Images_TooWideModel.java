// Images.TooWide has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Images_TooWideModel implements Model, Images.TooWide {
  public static Images_TooWideModel create(long seed) {
    throw new UnsupportedOperationException("Images.TooWide has errors; compile again without them");
  }
}
