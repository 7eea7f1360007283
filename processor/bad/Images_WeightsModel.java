// Images.Weights has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Images_WeightsModel implements Model, Images.Weights {
  public static Images_WeightsModel create(long seed) {
    throw new UnsupportedOperationException("Images.Weights has errors; compile again without them");
  }
}
