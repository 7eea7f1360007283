package dev.longhand.kernel.tiles;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;

/** A class of tiles: the species S of its vectors, fields for the operands, and a method for each tile. */
final class TileClass {

    private static final String VECTORS = "jdk.incubator.vector";
    static final ClassName OPERATORS = ClassName.get(VECTORS, "VectorOperators");
    static final TypeName MASK = of("VectorMask");

    private static final String COMMENT = """
            Written by dev.longhand.kernel.tiles.TilesTest: run
            mvn -pl runtime -am test -Dtest=TilesTest -Dlonghand.tiles.rewrite=true -Dsurefire.failIfNoSpecifiedTests=false
            to write it again; edits made here are lost.""";

    private final String packageName;
    private final TypeSpec.Builder type;

    TileClass(String packageName, String name, String doc) {
        this.packageName = packageName;
        type = TypeSpec.classBuilder(name).addJavadoc(doc).addModifiers(Modifier.FINAL);
        constant(of("VectorSpecies"), "S", CodeBlock.of("$T.SPECIES_PREFERRED", ClassName.get(VECTORS, "FloatVector")));
    }

    /** L, the numbers of a vector. */
    TileClass length() {
        constant(TypeName.INT, "L", CodeBlock.of("S.length()"));
        return this;
    }

    private static TypeName of(String generic) {
        return ParameterizedTypeName.get(ClassName.get(VECTORS, generic), TypeName.FLOAT.box());
    }

    private void constant(TypeName type, String name, CodeBlock value) {
        this.type.addField(FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(value)
                .build());
    }

    /** Operands that are arrays, empty until they are set. */
    TileClass arrays(Class<?> array, String... names) {
        for (String name : names) {
            type.addField(FieldSpec.builder(array, name).initializer("{}").build());
        }
        return this;
    }

    /** Offsets, strides and counts. */
    TileClass numbers(String... names) {
        for (String name : names) {
            type.addField(int.class, name);
        }
        return this;
    }

    TileClass field(FieldSpec field) {
        type.addField(field);
        return this;
    }

    /** A tile whose two parameters say where it begins. */
    TileClass tile(String name, String row, String column, Body body) {
        return tile(MethodSpec.methodBuilder(name)
                .addParameter(int.class, row)
                .addParameter(int.class, column)
                .addCode(body.code())
                .build());
    }

    TileClass tile(MethodSpec method) {
        type.addMethod(method);
        return this;
    }

    JavaFile file() {
        return JavaFile.builder(packageName, type.build())
                .addFileComment(COMMENT)
                .skipJavaLangImports(true)
                .indent("    ")
                .build();
    }
}
