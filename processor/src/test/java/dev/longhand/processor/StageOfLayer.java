package dev.longhand.processor;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import dev.longhand.processor.check.LayerCheck;
import dev.longhand.processor.check.ResolvedLayer;
import dev.longhand.processor.emit.LayerBodies;
import dev.longhand.processor.emit.LayerEmitter;
import dev.longhand.processor.plan.LayerPlan;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** What a class in the package of a kind of layer belongs to. */
enum StageOfLayer {
    /** The rules of a layer, and the layer after them. */
    CHECK(type -> type.isAssignableTo(LayerCheck.class) || type.isAssignableTo(ResolvedLayer.class)),

    /** The plan of a layer, and the records that it is made of. */
    PLAN(type -> type.isAssignableTo(LayerPlan.class) || isPartOfAPlan(type)),

    /** Formulas, and what flow asks of a derivative. */
    FORMULA(type -> type.getSimpleName().endsWith("Formulas")),

    /** Signatures, constants, and the bodies in each style. */
    EMITTER(type -> type.isAssignableTo(LayerEmitter.class)
            || type.isAssignableTo(LayerBodies.class)
            || type.getSimpleName().endsWith("Emitter")
            || type.getSimpleName().matches("(Loops|Kernels|Unrolled)\\w+")),

    /** The list of a kind's parts. */
    KIND(type -> type.getSimpleName().matches("\\w+Kinds?"));

    private static final String PACKAGE = "dev.longhand.processor.layer";

    private final Predicate<JavaClass> contains;

    StageOfLayer(Predicate<JavaClass> contains) {
        this.contains = contains;
    }

    /** The stages that a class belongs to; a nested class belongs to that of the class around it. */
    static List<StageOfLayer> of(JavaClass type) {
        JavaClass outermost = outermost(type);
        return Arrays.stream(values())
                .filter(stage -> stage.contains.test(outermost))
                .toList();
    }

    /** The classes of this stage in the packages of layers. */
    DescribedPredicate<JavaClass> classes() {
        return DescribedPredicate.describe(
                name() + " of layers", type -> type.getPackageName().startsWith(PACKAGE) && of(type).contains(this));
    }

    /** Whether a plan in the same package has a component of this type, or of optional ones. */
    private static boolean isPartOfAPlan(JavaClass type) {
        return type.getDirectDependenciesToSelf().stream()
                .map(dependency -> dependency.getOriginClass())
                .filter(origin -> origin.isAssignableTo(LayerPlan.class)
                        && origin.getPackage().equals(type.getPackage()))
                .flatMap(plan -> plan.getFields().stream())
                .anyMatch(field -> field.getAllInvolvedRawTypes().contains(type));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(StageOfLayer::outermost).orElse(type);
    }
}
