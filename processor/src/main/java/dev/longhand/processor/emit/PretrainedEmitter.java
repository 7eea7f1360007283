package dev.longhand.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.longhand.processor.check.ModelClass;
import dev.longhand.processor.formula.Code;
import dev.longhand.processor.pretrained.PretrainedPlan;
import dev.longhand.processor.pretrained.PretrainedPlan.TablePlan;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Prints what pretrained weights add to a model: how they are loaded, and predictions by the names that they hold. */
final class PretrainedEmitter {

    private static final ClassName PREDICTION = ClassName.get("", "Prediction");
    private static final ClassName ROW = ClassName.get("", "Row");

    private final PretrainedPlan plan;
    private final ModelClass names;
    private final FaceEmitter face;

    PretrainedEmitter(PretrainedPlan plan, ModelClass names) {
        this.plan = plan;
        this.names = names;
        face = new FaceEmitter(plan);
    }

    /** The simple names of the types that are printed: others of these names aren't imported. */
    static List<String> types() {
        return List.of("Category", "Prediction", "Pretrained", "Row");
    }

    void emit(Members members) {
        members.addHeading("Pretrained: the weights that the declaration names, and predictions by the names in them.");
        members.addMethod(pretrained());
        if (!plan.classes().isEmpty() && plan.table().isEmpty()) {
            members.addMethod(classify());
        }
        plan.table().ifPresent(table -> {
            members.addMethod(predictMap());
            if (!table.columns().isEmpty()) {
                members.addMethod(predictRow());
            }
        });
        face.emit(members);
        if (!plan.classes().isEmpty()) {
            members.addField(classNames());
        }
        members.addType(holder());
    }

    // public static FlowersModel pretrained() {
    //     return Pretrained.MODEL.model();
    // }
    private MethodSpec pretrained() {
        return MethodSpec.methodBuilder("pretrained")
                .addJavadoc(
                        "$L",
                        Layout.javadoc("The model with the weights that {@link " + names.declaration()
                                + "} names, which the first call loads. All threads share it, so its parameters can't be"
                                + " changed.\n\n@return the model\n"
                                + "@throws IllegalStateException if the weights are missing or damaged, or of another"
                                + " network"))
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(ClassName.get(names.packageName(), names.name()))
                .addStatement("return Pretrained.MODEL.model()")
                .build();
    }

    // public Prediction classify(float[] x) {
    //     return prediction(CLASSES.scores(INFO, predict(x)));
    // }
    private MethodSpec classify() {
        return MethodSpec.methodBuilder("classify")
                .addJavadoc(
                        "$L",
                        Layout.javadoc("The class of one sample.\n\n@param x the inputs of the sample\n"
                                + "@return its class, and the " + scores() + " of all\n"
                                + "@throws IllegalArgumentException if it isn't one sample\n"
                                + "@throws IllegalStateException if the network gives NaN"))
                .addModifiers(Modifier.PUBLIC)
                .returns(PREDICTION)
                .addParameter(float[].class, "x")
                .addStatement("return prediction(CLASSES.scores(INFO, predict(x)))")
                .build();
    }

    // /**
    //  * The prediction for a row of data, by column name.
    //  *
    //  * @param row the values: numbers, texts, enum constants, and null where one is missing
    //  * @return the prediction
    //  * @throws IllegalArgumentException if the row is refused: a column is missing, for instance
    //  * @throws IllegalStateException if the weights are missing or damaged, or of another network
    //  */
    // public Prediction predict(Map<String, ?> row) {
    private MethodSpec predictMap() {
        TypeName map = ParameterizedTypeName.get(
                ClassName.get(Map.class), ClassName.get(String.class), WildcardTypeName.subtypeOf(Object.class));
        return predict(
                        "The prediction for a row of data, by column name.\n\n@param row the values: numbers, texts, enum"
                                + " constants, and null where one is missing")
                .addParameter(map, "row")
                .addStatement("return prediction(Pretrained.TABLE.predict(this, row))")
                .build();
    }

    private MethodSpec predictRow() {
        return predict("The prediction for a row of data.\n\n@param row the values; null where one is missing")
                .addParameter(ROW, "row")
                .addStatement("return prediction(Pretrained.TABLE.predict(this, row, Row.COLUMNS))")
                .build();
    }

    private static MethodSpec.Builder predict(String doc) {
        return MethodSpec.methodBuilder("predict")
                .addJavadoc(
                        "$L",
                        Layout.javadoc(doc + "\n@return the prediction\n"
                                + "@throws IllegalArgumentException if the row is refused: a column is missing, for"
                                + " instance\n"
                                + "@throws IllegalStateException if the weights are missing or damaged, or of another"
                                + " network"))
                .addModifiers(Modifier.PUBLIC)
                .returns(PREDICTION);
    }

    private String scores() {
        return plan.givesProbabilities() ? "probabilities" : "scores";
    }

    // /** The names of the classes, label i being class i. */
    // private static final ClassNames CLASSES = ClassNames.of("-", "+");
    private FieldSpec classNames() {
        List<CodeBlock> literals =
                plan.classes().stream().map(name -> CodeBlock.of("$S", name)).toList();
        return FieldSpec.builder(RuntimeTypes.CLASS_NAMES, "CLASSES", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("The names of the classes, label i being class i.")
                .initializer(CodeBlock.of("$T.of($L)", RuntimeTypes.CLASS_NAMES, Code.list(literals)))
                .build();
    }

    // /** What is loaded, at the first use of this class. */
    // @LonghandGenerated
    // private static final class Pretrained {
    //
    //     static final PretrainedModel<FlowersModel> MODEL = PretrainedModel.load(INFO,
    //             "/weights/flowers.safetensors",
    //             FlowersModel.class.getResourceAsStream("/weights/flowers.safetensors"),
    //             FlowersModel::new);
    private CodeBlock holder() {
        CodeBlock.Builder holder = CodeBlock.builder()
                .add(Members.javadoc(
                        CodeBlock.of("What is loaded, at the first use of this class."), FaceEmitter.INDENT))
                .add("@$T\n", RuntimeTypes.LONGHAND_GENERATED)
                .add("private static final class Pretrained {\n$>\n");
        ClassName model = ClassName.get(names.packageName(), names.name());
        holder.add("static final $T<$T> MODEL = ", RuntimeTypes.PRETRAINED_MODEL, model);
        holder.add(
                "$T.load(INFO,$W$S,$W$T.class.getResourceAsStream($S),$W$T::new)",
                RuntimeTypes.PRETRAINED_MODEL,
                plan.resource(),
                model,
                plan.resource(),
                model);
        if (!plan.classes().isEmpty() && plan.table().isEmpty()) {
            holder.add(".requireClasses(CLASSES)");
        }
        holder.add(";\n");
        plan.table()
                .map(TablePlan::target)
                .ifPresent(target -> holder.add(
                        "\nstatic final $T TABLE =$W$T.of(MODEL,$W$S,$W",
                        RuntimeTypes.PRETRAINED_TABLE,
                        RuntimeTypes.PRETRAINED_TABLE,
                        target));
        if (plan.table().isPresent()) {
            if (plan.classes().isEmpty()) {
                holder.add("$T.of());\n", List.class);
            } else {
                holder.add("CLASSES.names());\n");
            }
        }
        return holder.add("$<}\n").build();
    }
}
