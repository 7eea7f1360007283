/** Writes trained networks as ONNX files. */
@SuppressWarnings("requires-automatic") // neither library has a module descriptor
module dev.longhand.onnx {
    requires transitive dev.longhand.runtime;
    requires com.google.protobuf;
    requires org.tribuo.util.onnx;
    requires static org.jspecify;

    exports dev.longhand.onnx;
}
