// ChannelOrders.Digits has errors; its model is written without them.
package bad;

import dev.longhand.LonghandGenerated;
import dev.longhand.model.Model;

@LonghandGenerated
abstract class ChannelOrders_DigitsModel implements Model, ChannelOrders.Digits {
  public static ChannelOrders_DigitsModel create(long seed) {
    throw new UnsupportedOperationException("ChannelOrders.Digits has errors; compile again without them");
  }
}
