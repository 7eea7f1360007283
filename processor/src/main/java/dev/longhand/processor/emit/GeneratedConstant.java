package dev.longhand.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import javax.lang.model.element.Modifier;

/**
 * A private constant of the generated class.
 *
 * @param type its type
 * @param name its name
 * @param doc its javadoc
 * @param value what it's initialized with
 */
public record GeneratedConstant(ClassName type, String name, String doc, CodeBlock value) {

    FieldSpec field() {
        return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("$L", Layout.javadoc(doc))
                .initializer(value)
                .build();
    }
}
