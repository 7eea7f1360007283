// Images.Huge has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Images_HugeModel implements Model, Images.Huge {
  public static Images_HugeModel create(long seed) {
    throw new UnsupportedOperationException("Images.Huge has errors; compile again without them");
  }
}
