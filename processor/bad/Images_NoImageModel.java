// Images.NoImage has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Images_NoImageModel implements Model, Images.NoImage {
  public static Images_NoImageModel create(long seed) {
    throw new UnsupportedOperationException("Images.NoImage has errors; compile again without them");
  }
}
