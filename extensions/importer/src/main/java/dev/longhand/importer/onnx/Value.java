package dev.longhand.importer.onnx;

/** What an edge of the graph carries. */
sealed interface Value permits Constant, Data, Value.Unknown {

    /** The output of a node that was refused, or depends on one. */
    record Unknown() implements Value {}
}
