package bad;

import dev.longhand.From;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Add;
import dev.longhand.layer.Dense;

class Clashes {
    @Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
    abstract static class Methods {
        @Dense(units = 2)
        abstract Layer hidden();

        @Dense(units = 1)
        abstract Layer output();

        // error SOURCE_CLASH at `forwardHidden`: the method "forwardHidden" of "Methods" has the signature of a method in the source of its model; rename it
        void forwardHidden(float[] p, float[] x, float[] a, int n) {}

        // error SOURCE_CLASH at `addGradient`: the method "addGradient" of "Methods" has the signature of a method in the source of its model; rename it
        static void addGradient(float[] part, float[] da, int count) {}

        // error SOURCE_CLASH at `loss`: the method "loss" of "Methods" has the signature of a method in the source of its model; rename it
        float loss(float[] a, float[] y, float[] da, int n) {
            return 0;
        }

        private void backwardHidden(float[] p, float[] x, float[] a, int n) {}

        void forwardHidden(String other) {}

        void forwardAnother(float[] p) {}
    }

    @Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
    interface Types {
        @Dense(units = 1)
        Layer output();

        // error MEMBER_TYPE_CLASH at `interface Clashes_TypesModel`: the type "Clashes_TypesModel" in "Types" has the name of the model; rename it
        interface Clashes_TypesModel {}
    }

    @Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
    interface Names {
        @Dense(units = 1)
        // error NAME_TOO_LONG at `hiddenhiddenhidden`: the name of the layer "hiddenhiddenhiddenhi…" has 204 characters; use at most 200
        Layer hiddenhiddenhiddenhiddenhiddenhiddenhiddenhiddenhiddenhiddenhiddenhiddenhiddenhiddenhiddenhiddenhiddenhiddenhiddenhiddenhiddenhiddenhiddenhiddenhiddenhiddenhiddenhiddenhiddenhiddenhiddenhiddenhiddenhidden();
    }

    @Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
    interface Sum {
        @From("input")
        @Dense(units = 2)
        Layer d0();

        @From("input")
        @Dense(units = 2)
        Layer d1();

        @From("input")
        @Dense(units = 2)
        Layer d2();

        @From("input")
        @Dense(units = 2)
        Layer d3();

        @From("input")
        @Dense(units = 2)
        Layer d4();

        @From("input")
        @Dense(units = 2)
        Layer d5();

        @From("input")
        @Dense(units = 2)
        Layer d6();

        @From("input")
        @Dense(units = 2)
        Layer d7();

        @From("input")
        @Dense(units = 2)
        Layer d8();

        @From("input")
        @Dense(units = 2)
        Layer d9();

        @From("input")
        @Dense(units = 2)
        Layer d10();

        @From("input")
        @Dense(units = 2)
        Layer d11();

        @From("input")
        @Dense(units = 2)
        Layer d12();

        @From("input")
        @Dense(units = 2)
        Layer d13();

        @From("input")
        @Dense(units = 2)
        Layer d14();

        @From("input")
        @Dense(units = 2)
        Layer d15();

        @From("input")
        @Dense(units = 2)
        Layer d16();

        @From("input")
        @Dense(units = 2)
        Layer d17();

        @From("input")
        @Dense(units = 2)
        Layer d18();

        @From("input")
        @Dense(units = 2)
        Layer d19();

        @From("input")
        @Dense(units = 2)
        Layer d20();

        @From("input")
        @Dense(units = 2)
        Layer d21();

        @From("input")
        @Dense(units = 2)
        Layer d22();

        @From("input")
        @Dense(units = 2)
        Layer d23();

        @From("input")
        @Dense(units = 2)
        Layer d24();

        @From("input")
        @Dense(units = 2)
        Layer d25();

        @From("input")
        @Dense(units = 2)
        Layer d26();

        @From("input")
        @Dense(units = 2)
        Layer d27();

        @From("input")
        @Dense(units = 2)
        Layer d28();

        @From("input")
        @Dense(units = 2)
        Layer d29();

        @From("input")
        @Dense(units = 2)
        Layer d30();

        @From("input")
        @Dense(units = 2)
        Layer d31();

        @From("input")
        @Dense(units = 2)
        Layer d32();

        @From("input")
        @Dense(units = 2)
        Layer d33();

        @From("input")
        @Dense(units = 2)
        Layer d34();

        @From("input")
        @Dense(units = 2)
        Layer d35();

        @From("input")
        @Dense(units = 2)
        Layer d36();

        @From("input")
        @Dense(units = 2)
        Layer d37();

        @From("input")
        @Dense(units = 2)
        Layer d38();

        @From("input")
        @Dense(units = 2)
        Layer d39();

        @From("input")
        @Dense(units = 2)
        Layer d40();

        @From("input")
        @Dense(units = 2)
        Layer d41();

        @From("input")
        @Dense(units = 2)
        Layer d42();

        @From("input")
        @Dense(units = 2)
        Layer d43();

        @From("input")
        @Dense(units = 2)
        Layer d44();

        @From("input")
        @Dense(units = 2)
        Layer d45();

        @From("input")
        @Dense(units = 2)
        Layer d46();

        @From("input")
        @Dense(units = 2)
        Layer d47();

        @From("input")
        @Dense(units = 2)
        Layer d48();

        @From("input")
        @Dense(units = 2)
        Layer d49();

        @From("input")
        @Dense(units = 2)
        Layer d50();

        @From("input")
        @Dense(units = 2)
        Layer d51();

        @From("input")
        @Dense(units = 2)
        Layer d52();

        @From("input")
        @Dense(units = 2)
        Layer d53();

        @From("input")
        @Dense(units = 2)
        Layer d54();

        @From("input")
        @Dense(units = 2)
        Layer d55();

        @From("input")
        @Dense(units = 2)
        Layer d56();

        @From("input")
        @Dense(units = 2)
        Layer d57();

        @From("input")
        @Dense(units = 2)
        Layer d58();

        @From("input")
        @Dense(units = 2)
        Layer d59();

        @From("input")
        @Dense(units = 2)
        Layer d60();

        @From("input")
        @Dense(units = 2)
        Layer d61();

        @From("input")
        @Dense(units = 2)
        Layer d62();

        @From("input")
        @Dense(units = 2)
        Layer d63();

        @From("input")
        @Dense(units = 2)
        Layer d64();

        @From("input")
        @Dense(units = 2)
        Layer d65();

        @From("input")
        @Dense(units = 2)
        Layer d66();

        @From("input")
        @Dense(units = 2)
        Layer d67();

        @From("input")
        @Dense(units = 2)
        Layer d68();

        @From("input")
        @Dense(units = 2)
        Layer d69();

        @From("input")
        @Dense(units = 2)
        Layer d70();

        @From("input")
        @Dense(units = 2)
        Layer d71();

        @From("input")
        @Dense(units = 2)
        Layer d72();

        @From("input")
        @Dense(units = 2)
        Layer d73();

        @From("input")
        @Dense(units = 2)
        Layer d74();

        @From("input")
        @Dense(units = 2)
        Layer d75();

        @From("input")
        @Dense(units = 2)
        Layer d76();

        @From("input")
        @Dense(units = 2)
        Layer d77();

        @From("input")
        @Dense(units = 2)
        Layer d78();

        @From("input")
        @Dense(units = 2)
        Layer d79();

        @From("input")
        @Dense(units = 2)
        Layer d80();

        @From("input")
        @Dense(units = 2)
        Layer d81();

        @From("input")
        @Dense(units = 2)
        Layer d82();

        @From("input")
        @Dense(units = 2)
        Layer d83();

        @From("input")
        @Dense(units = 2)
        Layer d84();

        @From("input")
        @Dense(units = 2)
        Layer d85();

        @From("input")
        @Dense(units = 2)
        Layer d86();

        @From("input")
        @Dense(units = 2)
        Layer d87();

        @From("input")
        @Dense(units = 2)
        Layer d88();

        @From("input")
        @Dense(units = 2)
        Layer d89();

        @From("input")
        @Dense(units = 2)
        Layer d90();

        @From("input")
        @Dense(units = 2)
        Layer d91();

        @From("input")
        @Dense(units = 2)
        Layer d92();

        @From("input")
        @Dense(units = 2)
        Layer d93();

        @From("input")
        @Dense(units = 2)
        Layer d94();

        @From("input")
        @Dense(units = 2)
        Layer d95();

        @From("input")
        @Dense(units = 2)
        Layer d96();

        @From("input")
        @Dense(units = 2)
        Layer d97();

        @From("input")
        @Dense(units = 2)
        Layer d98();

        @From("input")
        @Dense(units = 2)
        Layer d99();

        @From("input")
        @Dense(units = 2)
        Layer d100();

        @From("input")
        @Dense(units = 2)
        Layer d101();

        @From("input")
        @Dense(units = 2)
        Layer d102();

        @From("input")
        @Dense(units = 2)
        Layer d103();

        @From("input")
        @Dense(units = 2)
        Layer d104();

        @From("input")
        @Dense(units = 2)
        Layer d105();

        @From("input")
        @Dense(units = 2)
        Layer d106();

        @From("input")
        @Dense(units = 2)
        Layer d107();

        @From("input")
        @Dense(units = 2)
        Layer d108();

        @From("input")
        @Dense(units = 2)
        Layer d109();

        @From("input")
        @Dense(units = 2)
        Layer d110();

        @From("input")
        @Dense(units = 2)
        Layer d111();

        @From("input")
        @Dense(units = 2)
        Layer d112();

        @From("input")
        @Dense(units = 2)
        Layer d113();

        @From("input")
        @Dense(units = 2)
        Layer d114();

        @From("input")
        @Dense(units = 2)
        Layer d115();

        @From("input")
        @Dense(units = 2)
        Layer d116();

        @From("input")
        @Dense(units = 2)
        Layer d117();

        @From("input")
        @Dense(units = 2)
        Layer d118();

        @From("input")
        @Dense(units = 2)
        Layer d119();

        @From("input")
        @Dense(units = 2)
        Layer d120();

        @From({"d0", "d1", "d2", "d3", "d4", "d5", "d6", "d7", "d8", "d9", "d10", "d11", "d12", "d13", "d14", "d15", "d16", "d17", "d18", "d19", "d20", "d21", "d22", "d23", "d24", "d25", "d26", "d27", "d28", "d29", "d30", "d31", "d32", "d33", "d34", "d35", "d36", "d37", "d38", "d39", "d40", "d41", "d42", "d43", "d44", "d45", "d46", "d47", "d48", "d49", "d50", "d51", "d52", "d53", "d54", "d55", "d56", "d57", "d58", "d59", "d60", "d61", "d62", "d63", "d64", "d65", "d66", "d67", "d68", "d69", "d70", "d71", "d72", "d73", "d74", "d75", "d76", "d77", "d78", "d79", "d80", "d81", "d82", "d83", "d84", "d85", "d86", "d87", "d88", "d89", "d90", "d91", "d92", "d93", "d94", "d95", "d96", "d97", "d98", "d99", "d100", "d101", "d102", "d103", "d104", "d105", "d106", "d107", "d108", "d109", "d110", "d111", "d112", "d113", "d114", "d115", "d116", "d117", "d118", "d119", "d120"})
        // error MERGE_TOO_MANY at `@Add`: "all" is @Add of 121 layers, but a method has too few parameters for that; join at most 120, and then what these layers give
        @Add
        Layer all();
    }
}
