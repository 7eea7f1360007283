package dev.longhand.processor.emit;

import com.palantir.javapoet.CodeBlock;

/** The bodies of a layer's two methods in one style. */
public interface LayerBodies {

    CodeBlock forward();

    CodeBlock backward();
}
