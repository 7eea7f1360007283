// Images.MorePaddings has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Images_MorePaddingsModel implements Model, Images.MorePaddings {
  public static Images_MorePaddingsModel create(long seed) {
    throw new UnsupportedOperationException("Images.MorePaddings has errors; compile again without them");
  }
}
