package dev.longhand.processor;

import dev.longhand.processor.check.Message;
import dev.longhand.processor.check.PretrainedRule;
import dev.longhand.processor.plan.ExecutionPlan;
import dev.longhand.processor.pretrained.PretrainedCheck;
import dev.longhand.processor.pretrained.PretrainedPlan;
import dev.longhand.processor.read.Attribute;
import dev.longhand.processor.read.NetworkDeclaration;
import dev.longhand.processor.read.ResourceFinder;
import dev.longhand.processor.read.ResourceName;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Finds the weights of a pretrained network, and compares them with its plan. */
final class PretrainedStage {

    /** Where Maven and Gradle have resources. */
    private static final String RESOURCES = "src/main/resources";

    private final ResourceFinder finder;
    private final Reporter reporter;

    PretrainedStage(ResourceFinder finder, Reporter reporter) {
        this.finder = finder;
        this.reporter = reporter;
    }

    /** What the weights add to the network; nothing if it's not pretrained, or they don't fit, which is reported then. */
    Optional<PretrainedPlan> check(NetworkDeclaration declaration, ExecutionPlan plan) throws IOException {
        Optional<Attribute> resource = PretrainedRule.resource(declaration);
        if (resource.isEmpty()) {
            return Optional.empty();
        }
        String written = resource.get().text().orElseThrow();
        ResourceName name =
                ResourceName.of(plan.network().model().packageName(), written).orElseThrow();
        Optional<InputStream> found = finder.open(name);
        if (found.isEmpty()) {
            reporter.report(Message.PRETRAINED_MISSING.at(
                    resource.get().position(),
                    declaration.name(),
                    name.path(),
                    finder.places(),
                    name.folderIn(RESOURCES),
                    RESOURCES));
            return Optional.empty();
        }
        try (InputStream in = found.get()) {
            PretrainedCheck check =
                    new PretrainedCheck(plan, written, resource.get().position());
            Optional<PretrainedPlan> pretrained = check.check(in);
            reporter.report(check.problems().found());
            return pretrained;
        }
    }
}
