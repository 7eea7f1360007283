// Properties.OfInterface has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Properties_OfInterfaceModel implements Model, Properties.OfInterface {
  public static Properties_OfInterfaceModel create(long seed) {
    throw new UnsupportedOperationException("Properties.OfInterface has errors; compile again without them");
  }
}
