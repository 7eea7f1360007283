// Images.TooFarApart has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Images_TooFarApartModel implements Model, Images.TooFarApart {
  public static Images_TooFarApartModel create(long seed) {
    throw new UnsupportedOperationException("Images.TooFarApart has errors; compile again without them");
  }
}
