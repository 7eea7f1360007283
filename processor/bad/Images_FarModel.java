// Images.Far has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Images_FarModel implements Model, Images.Far {
  public static Images_FarModel create(long seed) {
    throw new UnsupportedOperationException("Images.Far has errors; compile again without them");
  }
}
