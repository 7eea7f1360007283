package dev.longhand.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.longhand.processor.formula.Code;
import dev.longhand.processor.pretrained.PretrainedPlan;
import dev.longhand.processor.pretrained.PretrainedPlan.Column;
import dev.longhand.processor.pretrained.PretrainedPlan.TablePlan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Prints the types of predictions by name: the classes, a prediction, and a row of data. */
final class FaceEmitter {

    /** The indent of a member of the model. */
    static final int INDENT = 4;

    private static final ClassName CATEGORY = ClassName.get("", "Category");
    private static final ClassName PREDICTION = ClassName.get("", "Prediction");
    private static final TypeName NOTICES = ParameterizedTypeName.get(List.class, String.class);

    private final PretrainedPlan plan;
    private final boolean hasClasses;

    FaceEmitter(PretrainedPlan plan) {
        this.plan = plan;
        hasClasses = !plan.classes().isEmpty();
    }

    void emit(Members members) {
        if (!hasClasses && plan.table().isEmpty()) {
            return;
        }
        if (plan.table().isPresent()) {
            members.addMethod(ofTable());
        }
        if (hasClasses) {
            members.addMethod(ofScores());
        }
        plan.constants().ifPresent(constants -> members.addType(category(constants)));
        members.addType(prediction());
        plan.table()
                .map(TablePlan::columns)
                .filter(columns -> !columns.isEmpty())
                .ifPresent(columns -> members.addType(row(columns)));
    }

    private TypeName categoryType() {
        return plan.constants().isPresent() ? CATEGORY : ClassName.get(String.class);
    }

    private String scores() {
        return plan.givesProbabilities() ? "probabilities" : "scores";
    }

    // /** A prediction by the names in the recipe, with the types below. */
    // private static Prediction prediction(dev.longhand.table.Prediction of) {
    //     return prediction(CLASSES.scores(INFO, of.outputs()), of.notices());
    // }
    private MethodSpec ofTable() {
        return MethodSpec.methodBuilder("prediction")
                .addJavadoc("A prediction by the names in the recipe, with the types below.")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(PREDICTION)
                .addParameter(RuntimeTypes.TABLE_PREDICTION, "of")
                .addStatement(
                        hasClasses
                                ? "return prediction(CLASSES.scores(INFO, of.outputs()), of.notices())"
                                : "return new Prediction(of.number(), of.notices())")
                .build();
    }

    // /** The prediction with these scores, one for each class. */
    // private static Prediction prediction(double[] scores, List<String> notices) {
    //     List<Category> categories = List.of(Category.values());
    //     Map<Category, Double> byCategory = new EnumMap<>(Category.class);
    //     for (int i = 0; i < scores.length; i++) {
    //         byCategory.put(categories.get(i), scores[i]);
    //     }
    //     return new Prediction(categories.get(CLASSES.best(scores)),
    //             Collections.unmodifiableMap(byCategory), notices);
    // }
    private MethodSpec ofScores() {
        boolean isEnum = plan.constants().isPresent();
        MethodSpec.Builder method = MethodSpec.methodBuilder("prediction")
                .addJavadoc("The prediction with these scores, one for each class.")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(PREDICTION)
                .addParameter(double[].class, "scores");
        if (plan.table().isPresent()) {
            method.addParameter(NOTICES, "notices");
        }
        Body body = new Body();
        CodeBlock map = CodeBlock.of("$T<$T, $T> byCategory = ", Map.class, categoryType(), Double.class);
        String categories = isEnum ? "categories" : "CLASSES.names()";
        if (isEnum) {
            body.line(CodeBlock.of("$T<Category> categories = $T.of(Category.values())", List.class, List.class));
            body.line(map, CodeBlock.of("new $T<>(Category.class)", EnumMap.class));
        } else {
            body.line(map, CodeBlock.of("new $T<>()", LinkedHashMap.class));
        }
        body.loop("i", "scores.length");
        body.line("byCategory.put(" + categories + ".get(i), scores[i])");
        body.end();
        body.line(
                "return new Prediction(" + categories + ".get(CLASSES.best(scores)),",
                Code.BREAK,
                CodeBlock.of("$T.unmodifiableMap(byCategory)", Collections.class),
                plan.table().isPresent() ? ", notices)" : ")");
        return method.addCode(body.build()).build();
    }

    // public enum Category {
    //     IRIS_SETOSA("Iris-setosa"),
    //     IRIS_VERSICOLOR("Iris-versicolor"),
    private CodeBlock category(List<String> constants) {
        CodeBlock.Builder type = type("The classes.").add("public enum Category {\n$>");
        for (int i = 0; i < constants.size(); i++) {
            type.add("$L($S)", constants.get(i), plan.classes().get(i)).add(i + 1 < constants.size() ? ",\n" : ";\n");
        }
        type.add("\nprivate final $T label;\n\n", String.class);
        type.add("Category($T label) {\n$>this.label = label;\n$<}\n\n", String.class);
        type.add("/** The name of the class in the data. */\n");
        type.add("@$T\npublic $T toString() {\n$>return label;\n$<}\n", Override.class, String.class);
        return type.add("$<}\n").build();
    }

    // public record Prediction(Category category, Map<Category, Double> probabilities,
    //         List<String> notices) {
    private CodeBlock prediction() {
        boolean hasNotices = plan.table().isPresent();
        List<CodeBlock> components = new ArrayList<>();
        String doc;
        if (hasClasses) {
            components.add(CodeBlock.of("$T category", categoryType()));
            components.add(CodeBlock.of("$T<$T, $T> $L", Map.class, categoryType(), Double.class, scores()));
            doc = "A prediction.\n\n@param category the class with the highest "
                    + (plan.givesProbabilities() ? "probability" : "score") + "\n@param " + scores()
                    + " one for each class";
        } else {
            components.add(CodeBlock.of("double number"));
            doc = "A prediction.\n\n@param number the number, in the unit of the data";
        }
        if (hasNotices) {
            components.add(CodeBlock.of("$T notices", NOTICES));
            doc += "\n@param notices what was surprising in the row and passed, a sentence each";
        }
        CodeBlock.Builder record = type(doc).add("public record Prediction($L) {", Code.list(components));
        if (hasClasses) {
            String score = plan.givesProbabilities() ? "probability" : "score";
            record.add("\n$>\n/** The $L of the category. */\n", score);
            record.add("public double $L() {\n$>return $L.get(category);\n$<}\n$<", score, scores());
        }
        return record.add("}\n").build();
    }

    // public record Row(Double petalLength, Double petalWidth, String colour) {
    //
    //     private static final RowColumns<Row> COLUMNS =
    //             RowColumns.of("petal length", Row::petalLength)
    //             .and("petal width", Row::petalWidth)
    private CodeBlock row(List<Column> columns) {
        StringBuilder doc = new StringBuilder("A row of data, with a component for each of its columns.\n");
        List<CodeBlock> components = new ArrayList<>();
        CodeBlock.Builder calls = CodeBlock.builder();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            doc.append("\n@param ").append(column.component()).append(column.isNumber() ? " a number" : " a text");
            doc.append(column.isOptional() ? ", or null if it's missing" : "");
            components.add(CodeBlock.of("$T $L", typeOf(column), column.component()));
            calls.add(i == 0 ? ".of($S, Row::$L)" : "\n.and($S, Row::$L)", column.name(), column.component());
        }
        return type(doc.toString())
                .add("public record Row($L) {\n$>\n", Code.list(components))
                .add("private static final $T<Row> COLUMNS =$W", RuntimeTypes.ROW_COLUMNS)
                .add("$T$>$>$L$<$<;\n$<}\n", RuntimeTypes.ROW_COLUMNS, calls.build())
                .build();
    }

    /** A number isn't primitive, so that one that is missing isn't 0. */
    private static TypeName typeOf(Column column) {
        return ClassName.get(column.isNumber() ? Double.class : String.class);
    }

    private static CodeBlock.Builder type(String doc) {
        return CodeBlock.builder()
                .add(Members.javadoc(CodeBlock.of("$L", Layout.javadoc(doc)), INDENT))
                .add("@$T\n", RuntimeTypes.LONGHAND_GENERATED);
    }
}
