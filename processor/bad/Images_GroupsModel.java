// Images.Groups has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Images_GroupsModel implements Model, Images.Groups {
  public static Images_GroupsModel create(long seed) {
    throw new UnsupportedOperationException("Images.Groups has errors; compile again without them");
  }
}
