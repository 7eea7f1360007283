// Images.Numbers has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Images_NumbersModel implements Model, Images.Numbers {
  public static Images_NumbersModel create(long seed) {
    throw new UnsupportedOperationException("Images.Numbers has errors; compile again without them");
  }
}
