// Methods has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class MethodsModel implements Model, Methods {
  public static MethodsModel create(long seed) {
    throw new UnsupportedOperationException("Methods has errors; compile again without them");
  }
}
