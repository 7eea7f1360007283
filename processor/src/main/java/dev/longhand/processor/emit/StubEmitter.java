package dev.longhand.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.longhand.processor.check.ModelClass;
import javax.lang.model.element.Modifier;

/**
 * Prints a class in the place of a wrong network's model, so that sources that name the model cause no errors: what
 * is wrong with the network is the only thing to read.
 */
public final class StubEmitter {

    private StubEmitter() {}

    /**
     * The Java source of an abstract class whose factory throws an exception.
     *
     * @param isPretrained whether it has a {@code pretrained()} too
     */
    public static String emit(ModelClass names, boolean isPretrained) {
        ClassName model = ClassName.get(names.packageName(), names.name());
        TypeSpec.Builder type = TypeSpec.classBuilder(model)
                .addModifiers(Modifier.ABSTRACT)
                .addAnnotation(RuntimeTypes.LONGHAND_GENERATED)
                .addSuperinterface(RuntimeTypes.MODEL)
                .addMethod(factory("create", names, model)
                        .addParameter(TypeName.LONG, "seed")
                        .build());
        if (isPretrained) {
            type.addMethod(factory("pretrained", names, model).build());
        }
        if (names.isPublic()) {
            type.addModifiers(Modifier.PUBLIC);
        }
        if (names.implementsDeclaration()) {
            type.addSuperinterface(ModelEmitter.declaration(names));
        } else {
            type.superclass(ModelEmitter.declaration(names));
        }
        return JavaFile.builder(names.packageName(), type.build())
                .addFileComment("$L", names.declaration() + " has errors; its model is written without them.")
                .skipJavaLangImports(true)
                .build()
                .toString();
    }

    private static MethodSpec.Builder factory(String name, ModelClass names, ClassName model) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(model)
                .addStatement(
                        "throw new $T($S)",
                        UnsupportedOperationException.class,
                        names.declaration() + " has errors; compile again without them");
    }
}
