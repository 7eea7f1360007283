// Attributes has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class AttributesModel implements Model, Attributes {
  public static AttributesModel create(long seed) {
    throw new UnsupportedOperationException("Attributes has errors; compile again without them");
  }
}
