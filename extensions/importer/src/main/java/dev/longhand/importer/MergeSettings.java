package dev.longhand.importer;

import dev.longhand.Shape;
import java.util.List;

/** {@link dev.longhand.layer.Add}, {@link dev.longhand.layer.Multiply} or {@link dev.longhand.layer.Concat}. */
public record MergeSettings(Kind kind) implements LayerSettings {

    /** How layers are joined. */
    public enum Kind {
        ADD("Add"),
        MULTIPLY("Multiply"),
        CONCAT("Concat");

        final String annotation;

        Kind(String annotation) {
            this.annotation = annotation;
        }
    }

    @Override
    public String annotation() {
        return kind.annotation;
    }

    @Override
    public Attributes attributes() {
        return new Attributes();
    }

    @Override
    public Shape output(List<Shape> inputs) {
        return kind == Kind.CONCAT ? ShapeRules.concatenate(inputs) : ShapeRules.equal(inputs);
    }
}
