/** The annotations that declare a network. */
module dev.longhand.api {
    requires static transitive org.jspecify;

    exports dev.longhand;
    exports dev.longhand.layer;
}
