// Images.Rows has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class Images_RowsModel implements Model, Images.Rows {
  public static Images_RowsModel create(long seed) {
    throw new UnsupportedOperationException("Images.Rows has errors; compile again without them");
  }
}
