// Outputs.Logs has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Outputs_LogsModel implements Model, Outputs.Logs {
  public static Outputs_LogsModel create(long seed) {
    throw new UnsupportedOperationException("Outputs.Logs has errors; compile again without them");
  }
}
