// Outputs.Yes has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Outputs_YesModel implements Model, Outputs.Yes {
  public static Outputs_YesModel create(long seed) {
    throw new UnsupportedOperationException("Outputs.Yes has errors; compile again without them");
  }
}
