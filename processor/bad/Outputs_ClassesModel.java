// Outputs.Classes has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Outputs_ClassesModel implements Model, Outputs.Classes {
  public static Outputs_ClassesModel create(long seed) {
    throw new UnsupportedOperationException("Outputs.Classes has errors; compile again without them");
  }
}
