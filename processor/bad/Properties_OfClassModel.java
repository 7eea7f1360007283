// Properties.OfClass has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Properties_OfClassModel extends Properties.OfClass implements Model {
  public static Properties_OfClassModel create(long seed) {
    throw new UnsupportedOperationException("Properties.OfClass has errors; compile again without them");
  }
}
