/** The annotations that declare a network. */
@SuppressWarnings("module") // these modules are compiled later
module dev.longhand.api {
    requires static org.jspecify;

    exports dev.longhand;
    exports dev.longhand.layer;
    exports dev.longhand.json to
            dev.longhand.runtime;
    exports dev.longhand.safetensors to
            dev.longhand.runtime;
    exports dev.longhand.text to
            dev.longhand.runtime,
            dev.longhand.report;
}
