// Images.Pools has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Images_PoolsModel implements Model, Images.Pools {
  public static Images_PoolsModel create(long seed) {
    throw new UnsupportedOperationException("Images.Pools has errors; compile again without them");
  }
}
