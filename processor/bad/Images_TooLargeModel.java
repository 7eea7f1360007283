// Images.TooLarge has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Images_TooLargeModel implements Model, Images.TooLarge {
  public static Images_TooLargeModel create(long seed) {
    throw new UnsupportedOperationException("Images.TooLarge has errors; compile again without them");
  }
}
