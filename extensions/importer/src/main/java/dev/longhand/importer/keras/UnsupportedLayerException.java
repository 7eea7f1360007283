package dev.longhand.importer.keras;

/** A layer of Keras can't be declared; the message is the reason, as the end of a sentence that begins with the layer. */
final class UnsupportedLayerException extends Exception {

    private static final long serialVersionUID = 1;

    private final String reason;

    UnsupportedLayerException(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
