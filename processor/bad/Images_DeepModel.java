// Images.Deep has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Images_DeepModel implements Model, Images.Deep {
  public static Images_DeepModel create(long seed) {
    throw new UnsupportedOperationException("Images.Deep has errors; compile again without them");
  }
}
