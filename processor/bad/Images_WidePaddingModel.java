// Images.WidePadding has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Images_WidePaddingModel implements Model, Images.WidePadding {
  public static Images_WidePaddingModel create(long seed) {
    throw new UnsupportedOperationException("Images.WidePadding has errors; compile again without them");
  }
}
