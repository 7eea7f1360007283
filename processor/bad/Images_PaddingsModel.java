// Images.Paddings has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Images_PaddingsModel implements Model, Images.Paddings {
  public static Images_PaddingsModel create(long seed) {
    throw new UnsupportedOperationException("Images.Paddings has errors; compile again without them");
  }
}
