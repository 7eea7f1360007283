/** An application of one module that requires only Longhand's runtime. */
module dev.longhand.examples.modular {
    requires dev.longhand.runtime;
}
