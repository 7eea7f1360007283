/** An application of one module, which needs nothing but Longhand's runtime. */
module dev.longhand.examples.modular {
    requires dev.longhand.runtime;
}
