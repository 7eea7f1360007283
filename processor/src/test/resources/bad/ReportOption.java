package bad;

import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

// option longhand.report=yes
// error OPTION_VALUE nowhere: the option longhand.report is "yes"; use true or false
@Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
interface ReportOption {
    @Dense(units = 1)
    Layer output();
}
