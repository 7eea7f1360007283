package dev.longhand.kernel.tiles;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import javax.lang.model.element.Modifier;

/** What all classes of tiles have: one species S of L numbers, and fields for the operands. */
final class TileClass {

    static final ClassName VECTOR = ClassName.get("jdk.incubator.vector", "FloatVector");

    private static final ClassName SPECIES = ClassName.get("jdk.incubator.vector", "VectorSpecies");
    private static final String COMMENT = """
            Written by dev.longhand.kernel.tiles.TilesTest: run
            mvn -pl runtime -am test -Dtest=TilesTest -Dlonghand.tiles.rewrite=true -Dsurefire.failIfNoSpecifiedTests=false
            to write it again; edits made here are lost.""";

    private TileClass() {}

    static JavaFile file(
            String packageName, String name, String doc, List<FieldSpec> operands, List<MethodSpec> tiles) {
        TypeSpec type = TypeSpec.classBuilder(name)
                .addJavadoc(doc)
                .addModifiers(Modifier.FINAL)
                .addField(constant(ParameterizedTypeName.get(SPECIES, TypeName.FLOAT.box()), "S")
                        .initializer("$T.SPECIES_PREFERRED", VECTOR)
                        .build())
                .addField(constant(TypeName.INT, "L").initializer("S.length()").build())
                .addFields(operands)
                .addMethods(tiles)
                .build();
        return JavaFile.builder(packageName, type)
                .addFileComment(COMMENT)
                .skipJavaLangImports(true)
                .indent("    ")
                .build();
    }

    private static FieldSpec.Builder constant(TypeName type, String name) {
        return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
    }

    static FieldSpec number(String name) {
        return FieldSpec.builder(int.class, name).build();
    }

    static FieldSpec array(Class<?> type, String name) {
        return FieldSpec.builder(type, name).initializer("{}").build();
    }

    /** {@code base + count * step}, without what is 0 or 1. */
    static String plus(String base, int count, String step) {
        return switch (count) {
            case 0 -> base;
            case 1 -> base + " + " + step;
            default -> base + " + " + count + " * " + step;
        };
    }
}
