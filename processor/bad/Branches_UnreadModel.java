// Branches.Unread has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Branches_UnreadModel implements Model, Branches.Unread {
  public static Branches_UnreadModel create(long seed) {
    throw new UnsupportedOperationException("Branches.Unread has errors; compile again without them");
  }
}
