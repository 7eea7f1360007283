/** The annotations that declare a network. */
module dev.longhand.api {
    requires static org.jspecify;

    exports dev.longhand;
    exports dev.longhand.layer;
}
