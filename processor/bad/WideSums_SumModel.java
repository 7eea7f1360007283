// WideSums.Sum has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class WideSums_SumModel implements Model, WideSums.Sum {
  public static WideSums_SumModel create(long seed) {
    throw new UnsupportedOperationException("WideSums.Sum has errors; compile again without them");
  }
}
