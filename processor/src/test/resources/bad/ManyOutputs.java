package bad;

import dev.longhand.From;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.Output;
import dev.longhand.layer.Dense;

class ManyOutputs {
    @Network(input = 4)
    // error OUTPUTS_TOO_MANY: "Many" has 65 outputs; use at most 64, and join others, of the same loss, in a @Concat layer
    interface Many {
        @Dense(units = 4)
        Layer trunk();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output1();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output2();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output3();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output4();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output5();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output6();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output7();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output8();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output9();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output10();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output11();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output12();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output13();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output14();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output15();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output16();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output17();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output18();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output19();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output20();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output21();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output22();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output23();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output24();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output25();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output26();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output27();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output28();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output29();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output30();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output31();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output32();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output33();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output34();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output35();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output36();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output37();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output38();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output39();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output40();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output41();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output42();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output43();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output44();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output45();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output46();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output47();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output48();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output49();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output50();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output51();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output52();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output53();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output54();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output55();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output56();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output57();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output58();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output59();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output60();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output61();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output62();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output63();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output64();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        @Dense(units = 1)
        Layer output65();
    }
}
