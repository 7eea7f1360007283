/** Gates that are learnt. */
module com.acme.gates {
    requires dev.longhand.runtime;
}
